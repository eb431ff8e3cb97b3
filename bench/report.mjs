/** Says what was measured as a table, and what of it is too much; keeps it in results.md. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../tools/environment.mjs'

const MOST_MILLISECONDS = 500

export function tableOf({ questions, small, large, statements }) {
  const rows = questions.map(({ name }, index) =>
    rowOf(name, { small: small.times[index], large: large.times[index], statements: statements[index] }),
  )
  const first = `| first page after a start | ${round(small.first)} → ${round(large.first)} | | | `
    + `${ratio(small.first, large.first)} | ${verdict(large.first, large.first)} | |`
  const memory = `| memory of the cms, MB | ${small.memory.cms} → ${large.memory.cms} | | | `
    + `${ratio(small.memory.cms, large.memory.cms)} | | |\n| memory of the website, MB | ${small.memory.web} → `
    + `${large.memory.web} | | | ${ratio(small.memory.web, large.memory.web)} | | |`
  return [
    '| asked for | after a write, ms | median, ms | worst, ms | median large/small | under 500 ms | statements |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...rows, first, memory,
  ].join('\n')
}

function rowOf(name, { small, large, statements: [few, many] }) {
  const times = ['anew', 'median', 'worst'].map(time => `${round(small[time])} → ${round(large[time])}`)
  return `| \`${name}\` | ${times.join(' | ')} | ${ratio(small.median, large.median)} | `
    + `${verdict(large.median, Math.max(large.anew, large.worst))} | ${few} → ${many} |`
}

function verdict(median, worst) {
  if (median > MOST_MILLISECONDS) return 'no'
  return worst > MOST_MILLISECONDS ? 'yes, at worst no' : 'yes'
}

/** Sentences about what does not hold. */
export function problemsIn({ questions, large, statements }) {
  return questions.flatMap(({ name }, index) => {
    const [few, many] = statements[index]
    const worst = Math.max(large.times[index].worst, large.times[index].anew)
    return [
      ...(worst > MOST_MILLISECONDS
        ? [`${name} takes ${round(worst)} ms at worst. It should take ${MOST_MILLISECONDS} at most.`]
        : []),
      ...(many > few
        ? [`${name} takes ${many} statements instead of ${few}. They should not grow with the rows.`]
        : []),
    ]
  })
}

/** Puts a section of results.md in the place of the one with its heading. */
export function recordUnder(heading, text) {
  const file = path.join(root, 'bench/results.md')
  const [title, ...sections] = readFileSync(file, 'utf8').split(/^(?=## )/m)
  const others = sections.filter(section => !section.startsWith(`## ${heading}\n`)).map(section => section.trimEnd())
  writeFileSync(file, `${[title.trimEnd(), ...others, `## ${heading}\n\n${text}`].sort().join('\n\n')}\n`)
}

function round(milliseconds) {
  return milliseconds < 10 ? milliseconds.toFixed(1) : String(Math.round(milliseconds))
}

function ratio(small, large) {
  return (large / small).toFixed(1)
}
