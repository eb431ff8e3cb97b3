/**
 * How lists are laid out: narrow enough for every column, below a tablet's width each entry in a box of its own;
 * languages beside each other in few lines, words for who does not see signs.
 */
export const LISTS_STYLE = `
#main-content table td, #main-content table th { padding-inline: .8rem; }
#main-content table td a, #main-content table td span { white-space: normal; }
#main-content table td a { max-width: 24rem; overflow: visible; }
.sign { display: inline-block; vertical-align: -1px; margin-inline-end: .4rem; }
.who { display: block; font-size: 1.2rem; }
@media (max-width: 48rem) {
  #main-content table, #main-content table tbody { display: block; }
  #main-content table thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  #main-content table tbody tr {
    display: flex; flex-wrap: wrap; align-items: center; gap: .4rem 1.2rem; padding: 1.2rem 1.6rem; height: auto;
  }
  #main-content table tbody td { display: block; width: auto; height: auto; padding: 0; border: 0; }
  #main-content table tbody td:nth-child(2) { flex: 1 1 80%; }
  #main-content table tbody td a { max-width: none; font-weight: 500; }
}
.languages { display: flex; flex-wrap: wrap; gap: .2rem .8rem; list-style: none; padding: 0; max-width: 22rem; }
.languages li { font-size: 1.3rem; white-space: nowrap; }
.languages a { color: inherit; padding-block: .4rem; display: inline-block; }
.languages .planned { margin-inline-start: .8rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.to-write {
  display: grid; gap: 1.6rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 34rem), 1fr));
  list-style: none; padding: 0;
}
.to-write li { background: light-dark(#fff, #212134); border-radius: 4px; padding: 1.6rem; display: grid; gap: .4rem; position: relative; }
.to-write a { font-size: 1.6rem; font-weight: 600; color: inherit; }
.to-write a::after { content: ''; position: absolute; inset: 0; }
`
