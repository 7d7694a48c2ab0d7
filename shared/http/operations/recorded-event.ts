import * as z from 'zod';
import { EventId } from '../../domain/event-id.ts';
import { NewEvent } from '../../domain/new-event.ts';
import { StreamName } from '../../domain/stream-name.ts';

/** What the ledger and the feed add to an event. */
const recorded = {
  id: EventId,
  stream: StreamName,
  version: z.int().min(1).meta({ description: 'Place in the stream: 1, 2, 3 … without gaps' }),
  position: z
    .int()
    .min(1)
    .optional()
    .meta({ description: 'Place in the global order; absent until the event is sequenced' }),
  recordedAt: z.iso.datetime().meta({ description: 'When Chancery recorded it (UTC)' }),
  recordedBy: z.string().meta({ description: 'Subject of the token that posted it' }),
};

/** An event as it is read. */
export const EventAsRead = z
  .union(NewEvent.options.map((type) => type.extend(recorded).meta({ id: `${type.shape.type.value}AsRead` })))
  .meta({ id: 'EventAsRead' });

/** A page of a list; `next` is the cursor of the page that follows. */
export const pageOf = (item: z.ZodType, next: z.ZodType) => z.object({ items: z.array(item), next });

/** `Link: <…>; rel="next"` (RFC 8288). */
export const linkHeader = z.object({
  Link: z.string().optional().meta({ description: 'The next page, `rel="next"` (RFC 8288)' }),
});

const hashed = {
  previousHash: z
    .string()
    .meta({ description: 'SHA-256, base64url; of the first commit of a stream: that of its name' }),
  hash: z.string().meta({ description: 'SHA-256 of `previousHash` and the text that is hashed, base64url' }),
};

/** A commit as it is hashed. */
export const CommitAsHashed = z
  .object({
    stream: StreamName,
    version: z.int(),
    count: z.int(),
    events: z.string().meta({ description: 'Canonical JSON (RFC 8785): the text that is hashed' }),
    ...hashed,
    commitId: z.string(),
    committedAt: z.iso.datetime(),
  })
  .meta({ id: 'CommitAsHashed' });

/** A block of the feed as it is hashed. */
export const BlockAsHashed = z
  .object({
    position: z.int(),
    count: z.int(),
    entries: z.string().meta({ description: 'JSON of `{stream, version, events}`: the text that is hashed' }),
    ...hashed,
  })
  .meta({ id: 'BlockAsHashed' });
