import type { CursorPlace, Cursors } from '#shared/cursor.ts';

const list = 'feed';

/** Returns the cursor after a position of the feed. */
export const feedCursor = (cursors: Pick<Cursors, 'sign'>, position: number): string =>
  cursors.sign(list, String(position));

/** Returns the position of a cursor of the feed; throws `InvalidCursor`. */
export const feedPosition = (cursors: Pick<Cursors, 'verify'>, cursor: string, at: CursorPlace): number =>
  Number(cursors.verify(list, cursor, at));
