/** Letters below which a text is near to too many names for one to be meant. */
const shortest = 4;

/** Returns the values of the names that differ least from a text, in at most one letter of four, each once. */
export function nearestNames<Value>(sought: string, known: Iterable<readonly [name: string, value: Value]>): Value[] {
  if (sought.length < shortest) return [];
  const allowed = Math.floor(sought.length / 4);
  const near = [...known]
    .filter(([name]) => Math.abs(name.length - sought.length) <= allowed)
    .map(([name, value]) => ({ value, away: editDistance(name, sought) }))
    .filter(({ away }) => away <= allowed)
    .toSorted((a, b) => a.away - b.away);
  const least = near[0]?.away;
  return [...new Set(near.filter(({ away }) => away === least).map(({ value }) => value))];
}

/** Returns Levenshtein's distance: the letters to insert, delete or replace. */
function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const here = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = (above[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1);
      here.push(Math.min(replaced, (above[column] ?? 0) + 1, (here[column - 1] ?? 0) + 1));
    }
    above = here;
  }
  return above[b.length] ?? 0;
}
