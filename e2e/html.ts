/** Whether a page is valid HTML, as strictly as all pages of the website are. */
import { HtmlValidate } from 'html-validate'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended', 'html-validate:document'],
  rules: {
    'long-title': 'off', // titles are content
    'no-inline-style': 'error',
    'require-sri': 'off', // everything comes from the same origin
    'valid-id': ['error', { relaxed: true }], // an address may begin with a digit
  },
})

export async function htmlProblems(html: string): Promise<string[]> {
  const { results } = await validator.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId} ${message}`),
  )
}
