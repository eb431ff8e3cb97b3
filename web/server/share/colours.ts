import type { Strand } from 'shared-types'

/** The light colours of `main.css`, as every program that draws SVG reads them. */
export const COLOURS = {
  ground: '#faf5eb', ink: '#161d2b', soft: '#454d5e', line: '#dbd3c6', accent: '#902822',
}

export const STRAND_COLOURS: Record<Strand, string> = {
  one: '#d95448', two: '#b37903', three: '#479c4d', four: '#0099a6', five: '#5283e0', six: '#bd5ab6',
  seven: '#62691b', eight: '#037465', nine: '#7347af', ten: '#a53453', eleven: '#815939', twelve: '#52657a',
}
