declare module 'edtf' {
  /** A parsed EDTF value: a date, or an interval whose open end is infinite. Milliseconds since 1970. */
  export interface Edtf { type: string, min: number, max: number }
  export default function edtf(text: string): Edtf
}
