/** The faces of pictures beside links: files of our own, so that a picture is the same on every machine. */
import { Blob, Face, Font, Variation } from 'harfbuzzjs'
import { localeOf } from 'shared-types'

/** What a text is in a picture: the title, what stands out, all other words, or the name of the website. */
export type Role = 'title' | 'strong' | 'plain' | 'name'

/** All measures of letters are in thousandths of the size of a text. */
export const EM = 1000

const FAMILIES = {
  bricolage: ['bricolage-grotesque-latin', 'bricolage-grotesque-latin-ext'],
  noto: ['noto-sans-latin', 'noto-sans-latin-ext', 'noto-sans-cyrillic', 'noto-sans-greek'],
  vazirmatn: ['vazirmatn-arabic'],
}
type Family = keyof typeof FAMILIES

const WEIGHTS: Record<Role, number> = { title: 700, strong: 700, plain: 400, name: 700 }

const opened = new Map<string, Promise<Font>>()

/** The faces of a text in a language, in the order in which a letter is looked for. */
export function facesFor(role: Role, locale: string): Promise<Font[]> {
  const files = familiesFor(role, locale).flatMap(family => FAMILIES[family])
  return Promise.all(files.map(file => openFace(file, WEIGHTS[role])))
}

/** As in the styles: Cyrillic letters and Leichte Sprache have no face of their own for headings. */
function familiesFor(role: Role, locale: string): Family[] {
  const { script, simpleOf } = localeOf(locale)
  if (role === 'name') return ['bricolage']
  if (script === 'Arabic') return role === 'title' ? ['vazirmatn', 'bricolage', 'noto'] : ['vazirmatn', 'noto']
  const isOwn = role === 'title' && script === 'Latin' && !simpleOf
  return isOwn ? ['bricolage', 'noto', 'vazirmatn'] : ['noto', 'vazirmatn']
}

function openFace(file: string, weight: number): Promise<Font> {
  const key = `${file} ${weight}`
  const known = opened.get(key)
  if (known) return known
  const opening = readFace(file).then((bytes) => {
    const font = new Font(new Face(new Blob(bytes)))
    font.setScale(EM, EM)
    font.setVariations([new Variation('wght', weight)])
    return font
  })
  opened.set(key, opening)
  opening.catch(() => opened.delete(key))
  return opening
}

async function readFace(file: string): Promise<Uint8Array> {
  const bytes = await useStorage('assets:faces').getItemRaw<Uint8Array>(`${file}.ttf`)
  if (!bytes) throw new Error(`The face ${file} is missing: \`npm run build\` in web makes it.`)
  return new Uint8Array(bytes)
}
