import { randomBytes } from 'node:crypto';

/** Values under unguessable keys, each for so long; of too many the oldest go. */
export interface ExpiringEntries<Value> {
  readonly add: (value: Value, seconds: number) => string;
  readonly find: (key: string) => Value | undefined;
  readonly remove: (key: string) => void;
}

/** Entries of one kind that are kept at most. */
const mostEntries = 1000;

/** Keeps values in memory. */
export function expiringEntries<Value>(now: () => number = Date.now): ExpiringEntries<Value> {
  const entries = new Map<string, { readonly value: Value; readonly until: number }>();
  return {
    add: (value, seconds) => {
      const key = randomBytes(32).toString('base64url');
      entries.set(key, { value, until: now() + seconds * 1000 });
      const [oldest] = entries.keys();
      if (entries.size > mostEntries && oldest !== undefined) entries.delete(oldest);
      return key;
    },
    find: (key) => {
      const found = entries.get(key);
      if (found !== undefined && found.until > now()) return found.value;
      entries.delete(key);
      return undefined;
    },
    remove: (key) => void entries.delete(key),
  };
}
