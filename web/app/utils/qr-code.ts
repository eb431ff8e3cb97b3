import { encode } from 'uqr'

/** Modules that stay empty around a code, so that a camera finds it. */
const QUIET_MODULES = 4

/** A QR code as one path: squares of side 1, in a box of `size` by `size`. */
export function drawQrCode(text: string): { size: number, path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET_MODULES })
  return { size, path: data.map(drawLine).join('') }
}

/** What is dark in a line, one piece for modules that touch. */
function drawLine(line: boolean[], y: number): string {
  return line.map((isDark, x) => {
    if (!isDark || line[x - 1]) return ''
    const end = line.indexOf(false, x)
    const length = (end === -1 ? line.length : end) - x
    return `M${x} ${y}h${length}v1h-${length}z`
  }).join('')
}
