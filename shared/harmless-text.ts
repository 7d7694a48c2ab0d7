/** The characters that a spreadsheet skips before a formula, and the formula's first character. */
const beginning = /^[\s\p{C}\p{Z}]*(.?)/su;

/** Puts an apostrophe before a text that a spreadsheet would take for a formula, and run. */
export function harmlessText(text: string): string {
  const [, first = ''] = beginning.exec(text) ?? [];
  const isFormula = '=+-@'.includes(first.normalize('NFKC')) && first !== '';
  return isFormula || /^[\t\r\n]/.test(text) ? `'${text}` : text;
}
