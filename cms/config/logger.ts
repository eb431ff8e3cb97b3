/** What is worth a line: a first start would write forty about its own tables. */
export default { level: 'warn' }
