/** How the sheet to be signed stands on the screen, and alone on paper. */
export const CONSENT_SHEET_STYLE = `
.consent-sheet { max-inline-size: 90rem; font-size: 1.5rem; line-height: 1.5; color: inherit; }
.consent-columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(28rem, 100%), 1fr)); gap: 3.2rem; }
.consent-sheet h2 { font-size: 2rem; font-weight: 700; line-height: 1.25; }
.consent-sheet :is(p, ul) { margin-block: 1.2rem 0; white-space: pre-line; }
.consent-sheet li { display: flex; gap: 0.8rem; margin-block: 0.4rem; }
.consent-box { flex: none; inline-size: 1.6rem; block-size: 1.6rem; margin-block-start: 0.3rem; border: 1.5px solid currentcolor; }
.consent-sheet small { font-size: 1.3rem; }
.consent-sheet dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(28rem, 100%), 1fr)); gap: 2.4rem 3.2rem; margin-block-start: 4rem; }
.consent-sheet dd { min-block-size: 3.6rem; border-block-end: 1px solid currentcolor; font-size: 1.7rem; }
@media print {
  body:has(.consent-sheet) * { visibility: hidden; }
  body:has(.consent-sheet) :is(.consent-sheet, .consent-sheet *) { visibility: visible; }
  body:has(.consent-sheet) .consent-sheet { position: fixed; inset: 0; max-inline-size: none; color: black; background: white; }
}
`
