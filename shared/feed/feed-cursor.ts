import type { CursorPlace, Cursors } from '#shared/cursor.ts';

const list = 'feed';

/** The cursor of the feed that stands after a position. */
export const feedCursor = (cursors: Pick<Cursors, 'sign'>, position: number): string =>
  cursors.sign(list, String(position));

/** The position that a cursor of the feed stands after; throws `InvalidCursor`. */
export const feedPosition = (cursors: Pick<Cursors, 'verify'>, cursor: string, at: CursorPlace): number =>
  Number(cursors.verify(list, cursor, at));
