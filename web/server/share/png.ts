/** Turns a drawing into a light PNG, in a thread of its own: no page waits for it. */
import sharp from 'sharp'

/** Few colours make a light file; these are enough for the edges of letters. */
const COLOURS = 48

// A picture is drawn once: nothing of it is needed again, and no more than one core is taken.
sharp.cache(false)
sharp.concurrency(1)

let drawing: Promise<unknown> = Promise.resolve()

/** One after the other, whoever asks. */
export function toPng(svg: string): Promise<Buffer> {
  const drawn = drawing.then(() =>
    sharp(Buffer.from(svg)).png({ palette: true, colours: COLOURS, dither: 0, compressionLevel: 9 }).toBuffer(),
  )
  drawing = drawn.catch(() => undefined)
  return drawn
}
