/** The face of our own dialogs, in the colours of Strapi's. */
export const DIALOG_STYLE = `
dialog.sign-in-again { margin: auto; padding: 2.4rem; inline-size: min(44rem, 90vw); border: 0; border-radius: .4rem;
  color: #32324d; background: #fff; font-size: 1.4rem; line-height: 1.5; box-shadow: 0 .2rem 1.5rem #21213440; }
dialog.sign-in-again::backdrop { background: #32324d99; }
dialog.sign-in-again h1 { margin-block-end: 1.2rem; font-size: 1.8rem; font-weight: 600; }
dialog.sign-in-again p { margin-block-end: 1.2rem; }
dialog.sign-in-again [role="alert"] { color: #b72b1a; }
dialog.sign-in-again [role="alert"]:empty { display: none; }
dialog.sign-in-again label { display: block; margin-block-end: 1.2rem; font-weight: 600; }
dialog.sign-in-again input { display: block; inline-size: 100%; padding: .8rem 1.2rem; border: 1px solid #8e8ea9;
  border-radius: .4rem; font: inherit; font-weight: 400; }
dialog.sign-in-again input[readonly] { color: #4a4a6a; background: #f6f6f9; }
dialog.sign-in-again button { display: block; inline-size: 100%; margin-block-end: .8rem; padding: .8rem; cursor: pointer;
  border: 1px solid #d9d8ff; border-radius: .4rem; color: #271fe0; background: #f0f0ff; font: inherit; font-weight: 600; }
dialog.sign-in-again button[type="submit"]:first-of-type { border-color: #4945ff; color: #fff; background: #4945ff; }
`
