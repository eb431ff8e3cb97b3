/** Elements of the dialog, which stands outside of Strapi's own tree: it opens while a request waits. */

/** Makes an element. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]>,
  children: (Node | string)[],
): HTMLElementTagNameMap[Tag] {
  const made = Object.assign(document.createElement(tag), properties)
  made.append(...children)
  return made
}

/** Makes a button that sends its form. */
export function button(label: string, properties: Partial<HTMLButtonElement>): HTMLButtonElement {
  return element('button', { type: 'submit', ...properties }, [label])
}

/** How the dialog looks: near to Strapi's own, light and dark. */
export const COMPARISON_STYLE = `
.lip-together {
  margin: auto;
  inline-size: min(60rem, 92vw);
  max-block-size: 88vh;
  padding: 2.4rem;
  border: 0;
  border-radius: 0.8rem;
  font-size: 1.4rem;
  line-height: 1.5;
  color: light-dark(#32324d, #fff);
  background: light-dark(#fff, #212134);
  box-shadow: 0 0.2rem 1.5rem rgb(33 33 52 / 0.25);
  outline: 1px solid light-dark(transparent, #4a4a6a);
}
.lip-together::backdrop { background: light-dark(rgb(50 50 77 / 0.4), rgb(0 0 0 / 0.7)) }
.lip-together h2 { font-size: 1.8rem; font-weight: 600; line-height: 1.3; margin-block-end: 0.8rem }
.lip-together fieldset {
  border: 1px solid light-dark(#dcdce4, #4a4a6a);
  border-radius: 0.4rem;
  padding: 1.2rem 1.6rem 1.6rem;
  margin-block-start: 1.6rem;
  min-inline-size: 0;
}
.lip-together legend { font-weight: 600; padding-inline: 0.4rem }
.lip-together-who { color: light-dark(#666687, #a5a5ba); margin-block-end: 0.8rem }
.lip-together-sides { display: grid; grid-template-columns: repeat(auto-fit, minmax(22rem, 1fr)); gap: 1.6rem }
.lip-together-sides label { display: block; cursor: pointer }
.lip-together-sides strong { font-weight: 600 }
.lip-together-text {
  margin-block-start: 0.4rem;
  padding: 0.8rem 1.2rem;
  border: 1px solid light-dark(#dcdce4, #4a4a6a);
  border-radius: 0.4rem;
  background: light-dark(#f6f6f9, #181826);
  white-space: pre-wrap;
  overflow-wrap: anywhere;
  max-block-size: 32vh;
  overflow: auto;
  text-align: start;
  unicode-bidi: plaintext;
}
.lip-together-sides label:has(:checked) .lip-together-text {
  border-color: light-dark(#4945ff, #7b79ff);
  background: light-dark(#f0f0ff, #32324d);
  box-shadow: inset 0 0 0 1px light-dark(#4945ff, #7b79ff);
}
.lip-together-actions {
  position: sticky;
  inset-block-end: -2.4rem;
  display: flex;
  flex-wrap: wrap;
  justify-content: space-between;
  gap: 0.8rem;
  margin-block: 2.4rem -2.4rem;
  margin-inline: -2.4rem;
  padding: 1.2rem 2.4rem;
  border-block-start: 1px solid light-dark(#dcdce4, #4a4a6a);
  background: light-dark(#fff, #212134);
}
.lip-together button {
  padding: 0.8rem 1.6rem;
  border: 1px solid light-dark(#dcdce4, #4a4a6a);
  border-radius: 0.4rem;
  font: inherit;
  font-weight: 600;
  color: inherit;
  background: light-dark(#fff, #212134);
  cursor: pointer;
}
.lip-together button.lip-together-go { border-color: #4945ff; color: #fff; background: #4945ff }
.lip-together :is(button, input):focus-visible { outline: 2px solid light-dark(#4945ff, #7b79ff); outline-offset: 2px }
`
