import { createServer, type Server } from 'node:http'
import { text } from 'node:stream/consumers'

interface Request { operationName: string, variables: Record<string, unknown> }

/** What the cms says to a question; throws where it is sick. */
export type Answers = (request: Request) => object

/** A cms that gives recorded answers over HTTP, as the real one does. `CMS_URL` leads to it. */
export async function openCms(
  answers: Answers,
): Promise<{ close: () => void, answer: (next: Answers) => void, asked: Request[] }> {
  let current = answers
  const asked: Request[] = []
  const server: Server = createServer(async (request, response) => {
    const question: Request = JSON.parse(await text(request))
    asked.push(question)
    response.setHeader('Content-Type', 'application/json')
    try {
      response.end(JSON.stringify({ data: current(question) }))
    } catch (error) {
      response.statusCode = 500
      response.end(JSON.stringify({ errors: [{ message: String(error) }] }))
    }
  })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  const address = server.address()
  if (!address || typeof address === 'string') throw new Error('The stand-in for the cms has no port.')
  process.env.CMS_URL = `http://127.0.0.1:${address.port}`
  return { close: () => server.close(), answer: (next) => { current = next }, asked }
}
