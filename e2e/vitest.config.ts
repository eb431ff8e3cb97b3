import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { defineConfig } from 'vitest/config'
import { IS_WHOLE_MATRIX } from './matrix'

/**
 * For `npm run test:full` alone: what these say is tested of the cms as well (bin, history), or takes a product of its
 * own.
 */
const ONLY_IN_FULL = ['bin', 'history', 'new-language', 'scripts']

/** Minutes each: they begin first, so that nothing waits for one of them alone at the end. */
const LONGEST = ['dead-ends', 'translated-pages', '/pages', 'dialogs', 'kept-words', 'failed-saves', 'articles', 'start']

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => {
      const at = LONGEST.findIndex(name => moduleId.includes(`${name}.test`))
      return at < 0 ? LONGEST.length : at
    }
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b))
  }
}

/** Journeys through the built product, started as `npm start` starts it, in a real browser. */
export default defineConfig({
  test: {
    include: ['*.test.ts'],
    exclude: IS_WHOLE_MATRIX ? [] : ONLY_IN_FULL.map(name => `${name}.test.ts`),
    globalSetup: ['product.ts'],
    pool: 'forks',
    sequence: { sequencer: LongestFirst },
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // What fails once on a machine that does much else is named at the end; what fails twice has failed.
    retry: 1,
    // What is waited for may take its time on a busy machine.
    expect: { poll: { timeout: 20_000 } },
  },
})
