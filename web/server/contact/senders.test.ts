import { describe, expect, it } from 'vitest'
import { maySend, takeBack } from './senders'

const sendings = async (addresses: string[]) => {
  const answers: boolean[] = []
  for (const address of addresses) answers.push(await maySend(address))
  return answers
}

describe('senders', () => {
  it('may send five times in an hour', async () => {
    expect(await sendings(Array.from({ length: 7 }, () => '192.0.2.1'))).toEqual([
      true, true, true, true, true, false, false,
    ])
    expect(await maySend('192.0.2.2')).toBe(true)
  })

  it('are one household with one half of an IPv6 address, however it is written', async () => {
    expect(
      await sendings([
        '2001:db8:0:1::1', '2001:db8::1:0:0:0:2', '2001:0db8:0000:0001:ffff::', '2001:db8:0:1:1:2:3:4',
        '2001:db8:0:1::5', '2001:db8:0:1::6', '2001:db8:0:2::1',
      ]),
    ).toEqual([true, true, true, true, true, false, true])
  })

  it('may send again what could not be taken', async () => {
    const sender = '203.0.113.9'
    await sendings(Array.from({ length: 5 }, () => sender))
    await takeBack(sender)
    expect(await sendings([sender, sender])).toEqual([true, false])
  })

  it('are the same with an IPv4 address within IPv6', async () => {
    expect(
      await sendings([
        '198.51.100.1', '::ffff:198.51.100.1', '198.51.100.1', '198.51.100.1', '198.51.100.1', '::ffff:198.51.100.1',
      ]),
    ).toEqual([true, true, true, true, true, false])
  })
})
