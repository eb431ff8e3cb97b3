/**
 * Forms without holes: a field that a translation shares with its source is not drawn, and leaves no place; a row of
 * such fields neither. Buttons beside a title stay in one line. It can be seen where files are dropped, and that a
 * narrow window has folded something away.
 */
export const FORM_STYLE = `
main form [data-field]:empty { display: none; }
main form div:has(> [data-field]):not(:has(> [data-field]:not(:empty))) { display: none; }
[data-strapi-header] button { white-space: nowrap; }
.from-library { margin-inline-start: 1.2rem; font-size: 1.2rem; text-decoration: underline;
  color: light-dark(#4945ff, #7b79ff); background: none; border: 0; cursor: pointer; }
label:has(> div input[type="file"]:focus-visible) > div { outline: 2px solid #7b79ff; outline-offset: 2px; }
.more-beside summary { min-block-size: 2.4rem; font-size: 1.4rem; line-height: 1.5; cursor: pointer; }
.more-beside button { block-size: auto; min-block-size: 3.2rem; padding-block: .6rem; white-space: normal; text-align: start; }
.lip-beside { display: flex; align-items: center; gap: .6rem; font-size: 1.4rem; font-weight: 600; }
[data-radix-popper-content-wrapper] { max-inline-size: 100vw; }
[data-radix-popper-content-wrapper] form > div { max-inline-size: calc(100vw - 3.2rem); overflow-x: auto; }
@media (max-width: 48rem) {
  [data-strapi-header] div:has(> button + button) { flex-wrap: wrap; }
  div:has(> button .lip-beside) { gap: .8rem; padding-inline: .8rem; }
  div:has(> button .lip-beside) button { padding-inline: .8rem; }
}
`
