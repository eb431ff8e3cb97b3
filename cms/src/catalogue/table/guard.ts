/**
 * What a spreadsheet would take for a formula gets an apostrophe before it when it is written into a CSV file, and
 * loses it when it is read again.
 */
const FORMULA = /^'*[=+\-@\t\r]/
const GUARDED = /^'+[=+\-@\t\r]/

export function withGuard(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text
}

export function withoutGuard(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text
}
