/** The face of our own dialogs, in Strapi's colours, light and dark. */
export const DIALOG_STYLE = `
dialog.sign-in-again { margin: auto; padding: 2.4rem; inline-size: min(44rem, 90vw); border: 0; border-radius: .4rem;
  color: light-dark(#32324d, #fff); background: light-dark(#fff, #212134); font-size: 1.4rem; line-height: 1.5; box-shadow: 0 .2rem 1.5rem #21213440; outline: 1px solid light-dark(transparent, #4a4a6a); }
dialog.sign-in-again::backdrop { background: light-dark(#32324d99, #000000b3); }
dialog.sign-in-again h1 { margin-block-end: 1.2rem; font-size: 1.8rem; font-weight: 600; }
dialog.sign-in-again p { margin-block-end: 1.2rem; }
dialog.sign-in-again [role="alert"] { color: light-dark(#b72b1a, #ee5e52); }
dialog.sign-in-again [role="alert"]:empty { display: none; }
dialog.sign-in-again label { display: block; margin-block-end: 1.2rem; font-weight: 600; }
dialog.sign-in-again input { display: block; inline-size: 100%; margin-block-start: .6rem; padding: .8rem 1.2rem;
  border: 1px solid #8e8ea9; color: inherit; background: light-dark(#fff, #212134);
  border-radius: .4rem; font: inherit; font-weight: 400; }
dialog.sign-in-again input[readonly] { color: light-dark(#4a4a6a, #c0c0cf); background: light-dark(#f6f6f9, #181826); }
dialog.sign-in-again button { display: block; inline-size: 100%; margin-block-end: .8rem; padding: .8rem; cursor: pointer;
  border: 1px solid light-dark(#d9d8ff, #4a4a6a); border-radius: .4rem; color: light-dark(#271fe0, #ac9bff);
  background: light-dark(#f0f0ff, #181826); font: inherit; font-weight: 600; }
dialog.sign-in-again button[type="submit"]:first-of-type { border-color: #4945ff; color: #fff; background: #4945ff; }
`
