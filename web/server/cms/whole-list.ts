type Page<Node> = { nodes: readonly Node[], pageInfo: { pageCount: number } } | null

/** A list that the cms gives page by page, whole. */
export async function wholeList<Node>(askPage: (page: number) => Promise<Page<Node>>): Promise<Node[]> {
  const nodes: Node[] = []
  for (let page = 1, pageCount = 1; page <= pageCount; page += 1) {
    const answer = await askPage(page)
    nodes.push(...answer?.nodes ?? [])
    pageCount = answer?.pageInfo.pageCount ?? 0
  }
  return nodes
}
