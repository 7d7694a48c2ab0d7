import { eventId } from '../domain/event-address.ts';
import type { Appended } from '../ledger/append.ts';

/** What an append answers, with the position of its last event where that was waited for. */
export const appendReply = ({ stream, version, commitId, versions }: Appended, position?: number) => ({
  stream,
  version,
  ...(commitId !== undefined && { commitId }),
  events: versions.map((of) => ({ id: eventId(stream, of), version: of })),
  ...(position !== undefined && { position }),
});
