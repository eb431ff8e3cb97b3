/** How the list of checks is laid out: lines that are easy to hit, told apart from each other. */
export const CHECKS_STYLE = `
.checks { list-style: none; margin: 0; padding: 0; overflow-wrap: anywhere; }
.checks li { padding-block: .8rem; border-block-start: 1px solid rgb(128 128 128 / 25%); font-size: 1.4rem; line-height: 1.45; }
.checks a { color: inherit; text-decoration: underline; text-underline-offset: .25em; text-decoration-thickness: 1px; }
.checks a:hover { text-decoration-thickness: 2px; }
`
