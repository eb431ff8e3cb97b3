/** How the text beside the form reads: as a text, with what changed in its margin and in words. */
export const SOURCE_STYLE = `
.source-text { overflow-y: auto; padding: 1.6rem 2.4rem 6rem; font-size: 1.6rem; line-height: 1.6; overflow-wrap: anywhere; }
.source-text section + section { margin-block-start: 2rem; }
.source-text h3 { display: flex; flex-wrap: wrap; align-items: baseline; gap: .4rem 1.2rem; margin-block-end: .4rem; }
.source-text h3, .source-text .state { font-size: 1.2rem; }
.source-text h3 button { min-block-size: 2.4rem; padding-inline: 0; border: 0; text-align: start; text-decoration: underline; }
.source-text .state { font-weight: 600; color: light-dark(#8c4b00, #f29d41); }
.source-text :is(p, ul, ol, blockquote) { margin-block: 0 .8rem; }
.source-text :is(ul, ol) { padding-inline-start: 2.4rem; }
.source-text ul { list-style: disc; }
.source-text ol { list-style: decimal; }
.source-text blockquote { padding-inline-start: 1.2rem; border-inline-start: .2rem solid #8e8ea9; }
.source-text dl { display: grid; grid-template-columns: repeat(auto-fill, minmax(16rem, 1fr)); gap: .4rem 2.4rem; font-size: 1.4rem; }
.source-text dt { font-weight: 600; }
.source-text .heading { font-weight: 600; }
.source-text a { color: light-dark(#271fe0, #a5a2ff); text-decoration: underline; }
.source-text .changed { padding-inline-start: 1.2rem; border-inline-start: .4rem solid light-dark(#d9822f, #f29d41); }
.source-text .change p { font-size: 1.4rem; color: light-dark(#4a4a6a, #c0c0cf); }
.source-text del + ins { margin-inline-start: .3em; }
.source-text ins { text-decoration: underline; background: light-dark(#eafbe7, #1c3524); }
.source-text del { text-decoration: line-through; background: light-dark(#fcecea, #3c1a17); }
.translation-program { font-size: 1.4rem; overflow-wrap: anywhere; }
.translation-program summary { min-block-size: 2.4rem; cursor: pointer; }
.translation-program input { max-inline-size: 100%; font-size: 1.4rem; }
`
