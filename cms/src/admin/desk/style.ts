/**
 * How the start page is laid out: boxes beside each other where there is room, lines that are easy to hit; and the
 * table of translations, whose texts stay in sight beside many languages.
 */
export const DESK_STYLE = `
.desk { display: grid; align-items: start; gap: 1.6rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 42rem), 1fr)); }
.desk section { overflow-wrap: anywhere; }
.desk ul { list-style: none; margin: 0; padding: 0; }
.desk li { padding-block: .8rem; border-block-start: 1px solid rgb(128 128 128 / 25%); display: grid; gap: .2rem; }
.desk li > a { font-size: 1.4rem; line-height: 1.4; font-weight: 500; text-align: start; color: inherit; }
.desk .welcome { list-style: decimal; padding-inline-start: 2.4rem; font-size: 1.4rem; line-height: 1.5; }
.desk .welcome li { display: list-item; border: 0; padding-block: .4rem; }
.desk section > a { display: block; padding-block: .8rem; font-size: 1.4rem; color: inherit; }
.desk h3 { margin-block: 1.2rem .4rem; }
.desk summary, .matrix summary { font-size: 1.4rem; padding-block: .8rem; cursor: pointer; }
.desk fieldset, .matrix fieldset { border: 0; padding-inline: 0; margin: 0; }
.matrix { display: grid; gap: 1.6rem; justify-items: start; }
.matrix .scroll { max-inline-size: 100%; overflow-x: auto; }
.matrix table { border-collapse: collapse; font-size: 1.4rem; }
.matrix th, .matrix td { padding: .8rem 1.2rem; text-align: start; vertical-align: top;
  border-block-end: 1px solid rgb(128 128 128 / 25%); }
.matrix thead th { font-weight: 600; }
.matrix tbody th { font-weight: 500; min-inline-size: 18rem; max-inline-size: 40rem; overflow-wrap: anywhere; }
.matrix td { white-space: nowrap; }
.matrix td a { color: inherit; display: block; padding-block: .2rem; }
.matrix .kind { display: block; font-size: 1.2rem; opacity: .75; font-weight: 400; }
.matrix :is(.scroll, table, tbody, tr, tbody th) { background: inherit; }
@media (min-width: 48rem) {
  .matrix tbody th { position: sticky; inset-inline-start: 0; }
  .matrix .narrow { display: none; }
}
`
