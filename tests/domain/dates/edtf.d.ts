/** Declares the used part of the library `edtf`, which has no types. */
declare module 'edtf' {
  /** Parses a date of EDTF up to a level of the standard; throws when the text is not one. */
  export function parse(text: string, constraints: { level: 0 | 1 | 2 }): { readonly type: string };
}
