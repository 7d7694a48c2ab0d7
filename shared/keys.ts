/**
 * The keys of the deployment for one purpose, the newest first: that one signs or seals, all of them verify or open.
 */
export type Keys = () => readonly [newest: string, ...older: string[]];

/** Reads keys that are separated by commas, the newest first; throws when there is none. */
export function keysIn(text: string): ReturnType<Keys> {
  const [newest, ...older] = text
    .split(',')
    .map((key) => key.trim())
    .filter((key) => key !== '');
  if (newest === undefined) throw new Error('Expected keys separated by commas, the newest first, but there is none');
  return [newest, ...older];
}
