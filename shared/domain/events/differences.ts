/**
 * A changed value at a JSON Pointer (RFC 6901); `from` or `to` is absent where the value did not, or does not, exist.
 */
export interface Difference {
  readonly pointer: string;
  readonly from?: unknown;
  readonly to?: unknown;
}

/** Returns the differences of two JSON values, in the order of the fields; lists are compared index by index. */
export function differences(from: unknown, to: unknown, pointer = ''): Difference[] {
  if (JSON.stringify(from) === JSON.stringify(to)) return [];
  if (!isComposite(from) || !isComposite(to) || Array.isArray(from) !== Array.isArray(to)) {
    return [{ pointer, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }];
  }
  const [before, after] = [new Map(Object.entries(from)), new Map(Object.entries(to))];
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return names.flatMap((name) => differences(before.get(name), after.get(name), `${pointer}/${escaped(name)}`));
}

const isComposite = (value: unknown): value is object => typeof value === 'object' && value !== null;

const escaped = (name: string): string => name.replaceAll('~', '~0').replaceAll('/', '~1');
