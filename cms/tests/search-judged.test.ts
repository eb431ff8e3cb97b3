/**
 * What readers ask, as it was judged before the search was tuned: of what they want to see, nine of ten are among the
 * first ten, in every language and of every kind of question.
 */
import { readFileSync } from 'node:fs'
import { afterAll, describe, expect, test } from 'vitest'
import { type Answer, answersOf, figuresOf, JUDGED_LANGUAGES, judgedEngine, questionsIn } from './judging'

const FEWEST_QUESTIONS = 30
/** Of fewer questions one that fails says nothing of their kind. */
const FEWEST_OF_KIND = 10
const LEAST_RECALL = 0.9
/** New facts move the figures a little. */
const MOST_APART = 0.03

const engine = await judgedEngine()
const answers: Answer[] = []
const told: string[] = []

afterAll(() => console.log(['language: questions, recall at 10, mean reciprocal rank', ...told].join('\n')))

describe('the search', () => {
  test.each(JUDGED_LANGUAGES)('finds in %s what its readers want to see', async (language) => {
    const inLanguage = await answersOf(engine, language, questionsIn(language))
    answers.push(...inLanguage)
    const { questions, recall, rank } = figuresOf(inLanguage)
    told.push(`${language}: ${questions}, ${recall.toFixed(2)}, ${rank.toFixed(2)}`)
    expect(questions).toBeGreaterThanOrEqual(FEWEST_QUESTIONS)
    expect(recall).toBeGreaterThanOrEqual(LEAST_RECALL)
    const [toldQuestions, toldRecall, toldRank] = toldOf(language)
    expect(questions).toBe(toldQuestions)
    expect(Math.abs(recall - (toldRecall ?? 0))).toBeLessThan(MOST_APART)
    expect(Math.abs(rank - (toldRank ?? 0))).toBeLessThan(MOST_APART)
  })

  test('finds what is asked of every kind', () => {
    const kinds = [...Map.groupBy(answers, ({ kind }) => kind)].map(([kind, ofKind]) => ({
      kind, ...figuresOf(ofKind),
    }))
    const manyAsked = kinds.filter(({ questions }) => questions >= FEWEST_OF_KIND)
    expect(manyAsked.filter(({ recall }) => recall < LEAST_RECALL)).toEqual([])
  })
})

/** What the README says of a language: questions, recall at 10, mean reciprocal rank. */
function toldOf(language: string): (number | undefined)[] {
  const table = readFileSync('../README.md', 'utf8')
    .split('\n')
    .filter(line => /^\| (search|questions|recall|mean)/.test(line))
    .map(line => line.split('|').map(cell => cell.trim()))
  const column = table[0]?.indexOf(language) ?? -1
  return table.slice(1).map(cells => Number(cells[column]))
}
