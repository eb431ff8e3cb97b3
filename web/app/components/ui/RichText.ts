/**
 * Strapi's blocks as elements: text stays text, links lead only where links may, headings stay below the page's own.
 */
import { Fragment, h, type VNode, type VNodeChild } from 'vue'
import { isSafeLink, localeOf } from 'shared-types'
import type { RichText } from '~~/server/cms/text'
import TranslationMark from '../translation/TranslationMark.vue'

interface Props {
  text: RichText
  /** The level of the heading under which the text stands. */
  under?: number
  /** Its own headings, where the page counts them: their levels and addresses. */
  headings?: readonly Heading[]
  /** Where it stands in a document whose translation is compared with its original: `text`, `body/2/answer`. */
  place?: string
}

/** Below which heading a text stands, and its language. */
interface Surroundings {
  under: number
  locale: string
}

/** Where a part stands, and the language in which it is shown. */
interface Spot {
  place: string
  locale: string
  changeAt: ReturnType<typeof useTextChange>
}

export default defineComponent(
  (props: Props) => {
    const { locale } = useI18n()
    const changeAt = useTextChange()
    const partsOf = useTermParts()
    const nodes = computed(() => withTerms(nodesOf(props.text.blocks), props.text.locale, partsOf))
    return () => {
      const all = nodes.value
      const blocks = blocksIn(all)
      if (blocks.length === 0) return null
      const { language, direction } = localeOf(props.text.locale)
      const foreign = props.text.locale === locale.value ? {} : { lang: language, dir: direction }
      const under = props.under ?? 1
      const counted = new Map(
        headingsIn(blocks, under).map(({ block, level }, index) => [
          block, props.headings?.[index] ?? { id: undefined, level },
        ]),
      )
      return h(
        'div', { class: 'rich-text', ...foreign },
        blocks.map((block) => {
          const heading = counted.get(block)
          const spot
            = props.place === undefined
              ? null
              : { place: `${props.place}/${all.indexOf(block)}`, locale: props.text.locale, changeAt }
          return heading
            ? marked(spot, () =>
                h(
                  `h${heading.level}`, { id: heading.id },
                  renderChildren(block, { under: heading.level, locale: props.text.locale }),
                ),
              )
            : renderBlock(block, { under, locale: props.text.locale }, spot)
        }),
      )
    }
  },
  { props: ['text', 'under', 'headings', 'place'] },
)

/** The headings of a text that nobody counts: no level is left out. */
function headingsIn(blocks: RichNode[], under: number): { block: RichNode, level: number }[] {
  const levelOf = headingLevels(under)
  return blocks.filter(({ type }) => type === 'heading').map(block => ({ block, level: levelOf(block.level ?? 1) }))
}

function renderBlock(node: RichNode, at: Surroundings, spot: Spot | null = null): VNode {
  const children = renderChildren(node, at)
  switch (node.type) {
    case 'list':
      return h(
        node.format === 'ordered' ? 'ol' : 'ul',
        nodesOf(node.children).map((entry, index) =>
          renderEntry(entry, at, spot && { ...spot, place: `${spot.place}/${index}` }),
        ),
      )
    case 'quote':
      return marked(spot, () => h('blockquote', children))
    case 'code':
      return marked(spot, () => h('pre', h('code', children)))
    default:
      return marked(spot, () => h('p', children))
  }
}

function renderEntry(entry: RichNode, at: Surroundings, spot: Spot | null): VNode {
  return entry.type === 'list'
    ? h('li', [renderBlock(entry, at, spot)])
    : h('li', [marked(spot, () => h(Fragment, renderChildren(entry, at)))])
}

function marked(spot: Spot | null, draw: () => VNode): VNode {
  if (!spot?.changeAt(spot.place, spot.locale)) return draw()
  return h(TranslationMark, { place: spot.place, locale: spot.locale }, draw)
}

function renderChildren(node: RichNode, at: Surroundings): VNodeChild[] {
  return nodesOf(node.children).map((child) => {
    if (child.type === 'link') return renderLink(child, at)
    return child.type === 'text' || child.type === undefined ? renderText(child, at.locale) : renderBlock(child, at)
  })
}

function renderLink(node: RichNode, at: Surroundings): VNode {
  const children = renderChildren(node, at)
  return isSafeLink(node.url ?? '') ? h('a', { href: node.url }, children) : h(Fragment, children)
}

function renderText(node: RichNode, locale: string): VNodeChild {
  const marks = [
    node.code && 'code', node.strikethrough && 's', node.underline && 'u', node.italic && 'em', node.bold && 'strong',
  ]
  const words = node.term ? h('a', node.term, isolated(node.text ?? '', locale)) : isolated(node.text ?? '', locale)
  return marks.reduce<VNodeChild>((inner, mark) => mark ? h(mark, [inner]) : inner, words)
}
