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
