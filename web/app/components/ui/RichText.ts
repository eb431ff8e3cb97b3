/** Strapi's blocks as elements: text stays text, links lead only where links may, headings stay below the page's own. */
import { Fragment, h, type VNode, type VNodeChild } from 'vue'
import { isSafeLink, localeOf, type RichText } from 'shared-types'

interface Node {
  type?: string
  text?: string
  bold?: boolean
  italic?: boolean
  underline?: boolean
  strikethrough?: boolean
  code?: boolean
  level?: number
  format?: string
  url?: string
  children?: Node[]
}

const LOWEST_HEADING = 6

interface Props {
  text: RichText
  /** The level of the heading under which the text stands. */
  under?: number
}

export default defineComponent((props: Props) => {
  const { locale } = useI18n()
  return () => {
    const blocks = nodesOf(props.text.blocks)
    if (blocks.length === 0) return null
    const { language, direction } = localeOf(props.text.locale)
    const foreign = props.text.locale === locale.value ? {} : { lang: language, dir: direction }
    return h('div', { class: 'rich-text', ...foreign }, blocks.map(block => renderBlock(block, props.under ?? 1)))
  }
}, { props: ['text', 'under'] })

function renderBlock(node: Node, under: number): VNode {
  const children = renderChildren(node, under)
  switch (node.type) {
    case 'heading': return h(`h${Math.min(under + (node.level ?? 1), LOWEST_HEADING)}`, children)
    case 'list': return h(node.format === 'ordered' ? 'ol' : 'ul', children)
    case 'list-item': return h('li', children)
    case 'quote': return h('blockquote', children)
    case 'code': return h('pre', h('code', children))
    default: return h('p', children)
  }
}

function renderChildren(node: Node, under: number): VNodeChild[] {
  return nodesOf(node.children).map((child) => {
    if (child.type === 'link') return renderLink(child, under)
    return child.type === 'text' || child.type === undefined ? renderText(child) : renderBlock(child, under)
  })
}

function renderLink(node: Node, under: number): VNode {
  const children = renderChildren(node, under)
  return isSafeLink(node.url ?? '') ? h('a', { href: node.url }, children) : h(Fragment, children)
}

function renderText(node: Node): VNodeChild {
  const marks = [node.code && 'code', node.strikethrough && 's', node.underline && 'u', node.italic && 'em', node.bold && 'strong']
  return marks.reduce<VNodeChild>((inner, mark) => mark ? h(mark, [inner]) : inner, node.text ?? '')
}

function nodesOf(value: unknown): Node[] {
  return Array.isArray(value) ? value : []
}
