/** The buttons to save and to publish stay in view however far somebody has scrolled in a form. */
export const SAVE_BAR_STYLE = `
@media (min-width: 1080px) {
  main form > div aside:first-child { position: sticky; top: 1.6rem; z-index: 3; }
  main form div:has(> aside) { flex-grow: 1; }
}
`
