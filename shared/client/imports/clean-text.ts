/** Characters that a record does not take: control and invisible ones, and those that change the direction of writing. */
const refused = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u115f\u1160\u3164\uffa0\ufffd]+/gu;

/** Returns a cell as a text that a record takes, of at most so many characters; `undefined`: nothing is left of it. */
export function cleanText(cell: string | undefined, max: number): string | undefined {
  if (cell === undefined) return undefined;
  const clean = cell
    .slice(0, max * 8)
    .toWellFormed()
    .normalize('NFC')
    .replaceAll(refused, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const cut =
    clean.length <= max
      ? clean
      : `${clean
          .slice(0, max - 1)
          .toWellFormed()
          .replace(/\ufffd$/, '')}…`;
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(cut) ? cut : undefined;
}
