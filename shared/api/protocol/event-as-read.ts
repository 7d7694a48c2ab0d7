import * as z from 'zod';
import { corrections } from '#shared/domain/corrections/correction.ts';
import { EventId } from '#shared/domain/events/event-id.ts';
import { Evidence, Report } from '#shared/domain/events/evidence.ts';
import { diplomaticEvents } from '#shared/domain/events/new-event.ts';
import { PartyCode } from '#shared/domain/parties/parties.ts';
import { StreamName } from '#shared/domain/streams/stream-name.ts';

/** The subject, client and organisation that recorded an event. */
export const RecorderAsRead = z
  .object({
    subject: z.string().meta({ description: 'Subject of the token that posted it' }),
    client: z.string().optional().meta({ description: 'Name of the client; absent in records of version 1' }),
    organisation: z.string().optional().meta({ description: 'Whose record it is; absent in records of version 1' }),
  })
  .meta({ id: 'Recorder' });

/** The fields that the ledger and the feed add to an event. */
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
  recordedBy: RecorderAsRead,
  correlationId: z
    .string()
    .optional()
    .meta({ description: 'What the poster calls the matter that it belongs to (`X-Correlation-Id`)' }),
};

/** Reports that were attached later are not limited to those that a post may carry. */
const EvidenceAsRead = Evidence.extend({
  reports: z.array(Report).min(1).optional(),
  reportCount: z.int().min(0).optional().meta({ description: 'How many reports there are' }),
  sourceCount: z
    .int()
    .min(0)
    .optional()
    .meta({
      description:
        'On how many independent sources they rest: reports of one origin, such as a press release, are one. A credibility of 1 says confirmed ' +
        'by other sources; it is shown as it was assessed, next to this count',
    }),
}).meta({ id: 'EvidenceAsRead' });

/** The fields that corrections give an event. */
const corrected = {
  corrections: z.int().min(1).optional().meta({ description: 'How many corrections it has had; absent: none' }),
  deniedBy: z.array(PartyCode).optional().meta({ description: 'Parties that say it did not happen so' }),
  withdrawn: z
    .object({ reason: z.enum(['duplicate', 'false', 'out-of-scope', 'merged']), into: EventId.optional() })
    .optional()
    .meta({ description: 'Why it is not to be counted any more' }),
};

/** The schemas of diplomatic events as they are read. A read model may add further fields. */
export const diplomaticEventsAsRead = diplomaticEvents.map((type) =>
  type
    .extend({ ...recorded, ...corrected, evidence: EvidenceAsRead.optional() })
    .loose()
    .meta({ id: `${type.shape.type.value}AsRead` }),
);

const correctionsAsRead = corrections.map((type) =>
  type
    .extend(recorded)
    .loose()
    .meta({ id: `${type.shape.type.value}AsRead` }),
);

/** A diplomatic event or a correction in responses: the record, or the corrected event. */
export const EventAsRead = z.union([...diplomaticEventsAsRead, ...correctionsAsRead]).meta({ id: 'EventAsRead' });
