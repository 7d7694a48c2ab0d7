import { eventId } from '../domain/event-address.ts';
import type { Appended } from '../ledger/append.ts';
import type { Cursors } from './cursor.ts';
import { feedCursor } from './feed-cursor.ts';

/** What an append answers; with the position of its last event, and the cursor of the feed after it, where that was waited for. */
export const appendReply = (
  { stream, version, commitId, versions }: Appended,
  cursors: Pick<Cursors, 'seal'>,
  position?: number,
) => ({
  stream,
  version,
  ...(commitId !== undefined && { commitId }),
  events: versions.map((of) => ({ id: eventId(stream, of), version: of })),
  ...(position !== undefined && { position, cursor: feedCursor(cursors, position) }),
});
