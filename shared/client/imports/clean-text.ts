import { isVisible, withoutHidden } from '#shared/domain/events/visible-characters.ts';

/** Returns a cell as a text that a record takes, of at most so many characters; `undefined`: nothing is left of it. */
export function cleanText(cell: string | undefined, max: number): string | undefined {
  if (cell === undefined) return undefined;
  const clean = withoutHidden(cell.slice(0, max * 8)).replaceAll(/\s{2,}|(?! )\s/g, ' ');
  const cut =
    clean.length <= max
      ? clean
      : `${clean
          .slice(0, max - 1)
          .toWellFormed()
          .replace(/\ufffd$/, '')}…`;
  return isVisible(cut) ? cut : undefined;
}
