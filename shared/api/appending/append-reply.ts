import { eventId } from '#shared/domain/events/event-address.ts';
import type { NotedAppend } from './append-noting-duplicates.ts';
import type { Cursors } from '#shared/cursor.ts';
import { feedCursor } from '#shared/feed/feed-cursor.ts';

/**
 * The body of the response to an append; with the position of its last event, and the cursor of the feed after it,
 * where the client waits for that.
 */
export const appendReply = (
  { appended, possibleDuplicates, warnings }: NotedAppend,
  cursors: Pick<Cursors, 'sign'>,
  position?: number,
) => ({
  stream: appended.stream,
  version: appended.version,
  ...(appended.commitId !== undefined && { commitId: appended.commitId }),
  events: appended.versions.map((of) => ({ id: eventId(appended.stream, of), version: of })),
  ...(appended.repeated === true && { repeated: true }),
  ...(appended.attachedTo !== undefined && { attachedTo: appended.attachedTo }),
  ...(possibleDuplicates.length > 0 && { possibleDuplicates }),
  ...(warnings.length > 0 && { warnings }),
  ...(position !== undefined && { position, cursor: feedCursor(cursors, position) }),
});
