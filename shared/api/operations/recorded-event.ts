import * as z from 'zod';
import { EventId } from '#shared/domain/events/event-id.ts';
import { Evidence, Report } from '#shared/domain/events/evidence.ts';
import { NewEvent } from '#shared/domain/events/new-event.ts';
import { PartyCode } from '#shared/domain/parties/parties.ts';
import { StreamName } from '#shared/domain/streams/stream-name.ts';

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
        'by other sources; it is shown as it was assessed, beside this count',
    }),
}).meta({ id: 'EvidenceAsRead' });

/** An event as it is read. It may have further fields: a read model adds what it knows. */
export const EventAsRead = z
  .union(
    NewEvent.options.map((type) => {
      const evidence = 'participants' in type.shape ? { evidence: EvidenceAsRead.optional() } : {};
      return type
        .extend({ ...recorded, ...evidence })
        .loose()
        .meta({ id: `${type.shape.type.value}AsRead` });
    }),
  )
  .meta({ id: 'EventAsRead' });

const corrections = z.looseObject({
  corrections: z.int().min(1).optional().meta({ description: 'How many corrections it has had; absent: none' }),
  deniedBy: z.array(PartyCode).optional().meta({ description: 'Parties that say it did not happen so' }),
  withdrawn: z
    .object({ reason: z.enum(['duplicate', 'false', 'out-of-scope', 'merged']), into: EventId.optional() })
    .optional()
    .meta({ description: 'Why it is not to be counted any more' }),
});

/** An event as its corrections make it. */
export const CorrectedAsRead = z.intersection(EventAsRead, corrections).meta({ id: 'CorrectedAsRead' });

/** A page of a list; `next` is the cursor of the page that follows. */
export const pageOf = (item: z.ZodType, next: z.ZodType) => z.object({ items: z.array(item), next });

/** `ETag` of what a read model answers. */
export const taggedHeader = z.object({
  ETag: z.string().optional().meta({ description: 'Of this very answer; for `If-None-Match`' }),
});

/** The reply to a client that has the answer already. */
export const notModified = { description: 'The answer with the `ETag` that `If-None-Match` names still holds' };

/** A list as CSV. */
export const CsvText = z.string().meta({ description: 'RFC 4180, with a row of headings' });

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
    format: z.literal(2).optional().meta({
      description:
        '2: the hash is that of `previousHash`, of the JSON array [format, stream, version, count, commitId, committedAt, state], and of `events`; absent: of `previousHash` and `events`',
    }),
    commitId: z.string(),
    state: z
      .string()
      .meta({ description: 'What the events up to here make of the stream, for the rules of what follows' }),
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
