/** How two states look beside each other: what went is struck through, what came is underlined. */
export const HISTORY_STYLE = `
.history { color: light-dark(#32324d, #fff); font-size: 1.4rem; line-height: 1.5; display: grid; gap: 1.6rem; }
.history ol { list-style: none; padding: 0; display: grid; gap: 1.6rem; }
.history li { border-block-start: 1px solid light-dark(#dcdce4, #4a4a6a); padding-block-start: 1.2rem; }
.history h3 { font-weight: 600; overflow-wrap: anywhere; }
.history p { overflow-wrap: anywhere; }
.history :is(del, ins) { border-radius: .2rem; padding-inline: .1rem; }
.history del { text-decoration: line-through; background: light-dark(#fcecea, #5c1f1a); }
.history ins { text-decoration: underline; background: light-dark(#eafbe7, #1f4d16); }
.history [tabindex="-1"]:focus { outline: none; }
.history-deeds { display: flex; flex-wrap: wrap; gap: .8rem; margin-block-start: .8rem; }
.history-head { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: center; gap: .8rem; }
`
