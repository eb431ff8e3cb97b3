/** How a catalogue is laid out: one thing under the other, tables as wide as there is room. */
export const CATALOGUE_STYLE = `
.catalogue, .catalogue section { display: grid; gap: 1.6rem; justify-items: start; }
.catalogue { gap: 3.2rem; font-size: 1.4rem; line-height: 1.5; overflow-wrap: anywhere; }
.catalogue section, .catalogue details, .catalogue table { inline-size: 100%; }
.catalogue .choice { display: grid; gap: .4rem; justify-items: start; max-inline-size: 100%; }
.catalogue label { font-weight: 600; }
.catalogue :is(select, input) { font: inherit; font-weight: 400; color: inherit; background: inherit;
  max-inline-size: 100%; min-block-size: 4rem; }
.catalogue select { padding: .4rem .8rem; border: 1px solid rgb(128 128 128); border-radius: 4px; }
.catalogue summary { padding-block: .8rem; cursor: pointer; }
.catalogue table { border-collapse: collapse; }
.catalogue :is(th, td) { padding: .8rem 1.2rem .8rem 0; text-align: start; vertical-align: top;
  border-block-end: 1px solid rgb(128 128 128 / 25%); }
.catalogue thead th { font-weight: 600; }
.catalogue tbody th { font-weight: 500; }
.catalogue th a { color: inherit; }
.catalogue .example { display: block; font-size: 1.2rem; font-weight: 400; }
.catalogue .problem, .catalogue strong.impossible { font-weight: 700; }
.catalogue td p { margin-block-start: .4rem; }
.catalogue dl div { margin-block-start: .8rem; }
.catalogue dt { font-weight: 600; }
.catalogue dd { margin: 0; white-space: pre-line; }
.catalogue dd.before { text-decoration: line-through; }
@media (min-width: 48rem) {
  .catalogue .narrow { display: none; }
  .catalogue .rows tbody th { inline-size: 34%; }
}
@media (max-width: 48rem) {
  .catalogue tbody th { flex: 1 1 70%; padding: 0; border: 0; }
  .catalogue .rows tbody td:nth-child(3) { flex: 1 1 100%; }
  .catalogue table tbody tr { border-block-end: 1px solid rgb(128 128 128 / 25%); padding-inline: 0 !important; }
}
`
