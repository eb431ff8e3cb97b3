/** What is shown stands beside the form, in place of the list of types, where there is room for both; else over it. */
export const BESIDE_STYLE = `
.beside-form { position: fixed; inset-block: 0; inset-inline-end: 0; z-index: 4; display: flex;
  flex-direction: column; inline-size: var(--beside-width); max-inline-size: 100vw;
  color: light-dark(#32324d, #fff); background: light-dark(#f6f6f9, #181826);
  box-shadow: -.2rem 0 1.5rem #21213440; font-size: 1.4rem; }
.beside-form header { display: flex; flex-wrap: wrap; gap: .8rem; align-items: center; padding: 1.2rem;
  background: light-dark(#fff, #212134);
  border-block-end: 1px solid light-dark(#dcdce4, #4a4a6a); }
.beside-form h2 { flex: 1 1 auto; font-size: 1.6rem; font-weight: 600; }
.beside-form button { min-block-size: 3.2rem; padding-inline: 1.2rem;
  border: 1px solid #8e8ea9; border-radius: .4rem; color: inherit; background: none; font: inherit;
  cursor: pointer; }
.beside-form button:hover { background: light-dark(#f0f0ff, #32324d); }
.beside-form button:focus-visible { outline: .2rem solid light-dark(#4945ff, #7b79ff); outline-offset: .2rem; }
.beside-form button[aria-pressed="true"] { border-color: currentColor; color: light-dark(#271fe0, #d9d8ff);
  background: light-dark(#f0f0ff, #32324d); font-weight: 600; }
.beside-form .screen { position: relative; flex: 1; overflow: hidden; }
.beside-form iframe { color-scheme: normal; border: 0; background: #fff; transform-origin: 0 0; }
@media (min-width: 1280px) {
  body:has(.beside-form) #strapi { padding-inline-end: var(--beside-width); }
  body:has(.beside-form) div:has(+ div > #main-content) { display: none; }
  body:has(.beside-form) div:has(> div > #main-content) { grid-template-columns: minmax(0, 1fr); }
  body:has(.beside-form) main form > div { padding-inline: 2.4rem; }
  body:has(.beside-form) main form div:has(> div > div > aside) { grid-template-columns: minmax(0, 1fr) 23rem; }
  body:has(.beside-form) main form div:has(> div > div > aside) > * { grid-column: auto; }
}
`
