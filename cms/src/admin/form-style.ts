/**
 * Forms without holes: a field that a translation shares with its source is not drawn, and leaves no place; a row of
 * such fields neither. Buttons beside a title stay in one line. It can be seen where files are dropped, and that a
 * narrow window has folded something away.
 */
export const FORM_STYLE = `
main form [data-field]:empty { display: none; }
main form div:has(> [data-field]):not(:has(> [data-field]:not(:empty))) { display: none; }
[data-strapi-header] button { white-space: nowrap; }
label:has(> div input[type="file"]:focus-visible) > div { outline: 2px solid #7b79ff; outline-offset: 2px; }
.more-beside summary { min-block-size: 2.4rem; font-size: 1.4rem; line-height: 1.5; cursor: pointer; }
.more-beside button { block-size: auto; min-block-size: 3.2rem; padding-block: .6rem; white-space: normal; text-align: start; }
.lip-beside { display: flex; align-items: center; gap: .6rem; font-size: 1.4rem; font-weight: 600; }
`
