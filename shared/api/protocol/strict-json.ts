/** How deep lists and objects may be nested; an event needs five levels. */
const maxDepth = 64;

/** A text, with the colon that makes it a key; or a bracket. */
const token = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|[[\]{}]/g;

/**
 * Reads JSON that means the same to everybody: a key that an object has twice, of which parsers keep one or the other,
 * is refused, and so is nesting beyond 64 levels. Throws SyntaxError.
 */
export function parseStrictJson(text: string): unknown {
  const value: unknown = JSON.parse(text);
  const open: Set<string>[] = [];
  for (const [found, colon] of text.matchAll(token)) {
    if (found === '{' || found === '[') open.push(new Set());
    else if (found === '}' || found === ']') open.pop();
    else if (colon !== undefined) addKey(open.at(-1), found.slice(0, -colon.length));
    if (open.length > maxDepth) throw new SyntaxError(`Lists and objects are nested deeper than ${maxDepth} levels`);
  }
  return value;
}

function addKey(keys: Set<string> | undefined, literal: string): void {
  const key: string = JSON.parse(literal);
  if (keys?.has(key)) throw new SyntaxError(`The key ${literal} appears twice in one object`);
  keys?.add(key);
}
