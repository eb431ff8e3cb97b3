/**
 * networkOf names the network of an address, to count what comes from it: a household has one IPv4 address, or the
 * first half of an IPv6 address.
 */
export function networkOf(address: string): string {
  if (!address.includes(':') || address.startsWith('::ffff:')) return address.replace('::ffff:', '')
  const [head = '', tail = ''] = address.split('::')
  const [first, last] = [head, tail].map(half => half.split(':').filter(Boolean))
  const zeros = Array.from({ length: Math.max(0, 8 - (first?.length ?? 0) - (last?.length ?? 0)) }, () => '0')
  const groups = [...first ?? [], ...zeros, ...last ?? []].slice(0, 4)
  return groups.map(group => group.replace(/^0+(?=.)/, '')).join(':')
}
