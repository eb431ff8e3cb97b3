/** Puts what was copied elsewhere into a rich text, in place of what is selected. */
import { type Block, blocksIn } from './blocks-in'

interface Node {
  type?: string
  text?: string
  children?: Node[]
}

type Path = number[]

interface Options {
  at?: Path
  always?: boolean
  select?: boolean
  match?: (node: Node, path: Path) => boolean
}

/** What is used of the editor of Strapi's rich texts, which is one of Slate. */
interface Editor {
  children: Node[]
  selection: object | null
  above: (options: Options) => [Node, Path] | undefined
  deleteFragment: () => void
  insertData: (data: DataTransfer) => void
  insertFragment: (nodes: Block[]) => void
  insertNodes: (nodes: Block[], options: Options) => void
  removeNodes: (options: Options) => void
  splitNodes: (options: Options) => void
  withoutNormalizing: (work: () => void) => void
}

/** What was copied from such an editor, which knows it. */
const OWN = /data-slate-fragment=/

/** withPaste is a plugin of the editor. What is plain text, or within code, is taken as Strapi takes it. */
export function withPaste(editor: Editor): Editor {
  const { insertData } = editor
  editor.insertData = (data) => {
    const html = data.getData('text/html')
    const blocks = html && !OWN.test(html) ? blocksIn(html) : []
    if (blocks.length === 0 || !editor.selection) insertData(data)
    else insert(editor, blocks)
  }
  return editor
}

function insert(editor: Editor, blocks: Block[]): void {
  editor.deleteFragment()
  const [only] = blocks
  // Words within a line stay in it.
  if (blocks.length === 1 && only?.type === 'paragraph') return editor.insertFragment(blocks)
  editor.withoutNormalizing(() => {
    const isOutermost = (_node: Node, path: Path) => path.length === 1
    const [, [index = 0] = []] = editor.above({ match: isOutermost }) ?? []
    editor.splitNodes({ match: isOutermost, always: true })
    editor.insertNodes(blocks, { at: [index + 1], select: true })
    for (const place of [index + 1 + blocks.length, index])
      if (textOf(editor.children[place]) === '') editor.removeNodes({ at: [place] })
  })
}

function textOf(node: Node | undefined): string | null {
  if (!node) return null
  return node.text ?? (node.children ?? []).map(textOf).join('')
}
