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

/** Said once for all types. */
const DistinctFrom = z
  .array(EventId)
  .meta({ id: 'DistinctFrom', description: 'Events that resemble it and are known to be others' });

/** The fields that corrections give an event. */
const corrected = {
  corrections: z.int().min(1).optional().meta({ description: 'How many corrections it has had; absent: none' }),
  deniedBy: z.array(PartyCode).optional().meta({ description: 'Parties that say it did not happen so' }),
  distinctFrom: DistinctFrom.optional(),
  withdrawn: z
    .object({ reason: z.enum(['duplicate', 'false', 'out-of-scope', 'merged']), into: EventId.optional() })
    .optional()
    .meta({ description: 'Why it is not to be counted any more' }),
};

type EventSchema = ReturnType<(typeof diplomaticEvents)[number]['schema']>;

const versionOf = ({ shape }: EventSchema): number => shape.schemaVersion.unwrap().value;

/** Whether two types have the same fields, in the same version, besides their names. */
function haveSameFields(one: EventSchema, other: EventSchema): boolean {
  const fields: z.core.$ZodLooseShape = one.shape;
  const others: z.core.$ZodLooseShape = other.shape;
  const names = Object.keys(fields).filter((name) => name !== 'type' && name !== 'schemaVersion');
  return (
    versionOf(one) === versionOf(other) &&
    Object.keys(fields).length === Object.keys(others).length &&
    names.every((name) => fields[name] === others[name])
  );
}

/** The types of diplomatic event, those with the same fields together. */
const alike = diplomaticEvents
  .map(({ schema }) => schema())
  .reduce<(readonly [EventSchema, ...EventSchema[]])[]>((groups, type) => {
    const index = groups.findIndex(([first]) => haveSameFields(first, type));
    const group = groups[index];
    return group === undefined ? [...groups, [type]] : groups.with(index, [...group, type]);
  }, []);

const typeOf = ({ shape }: EventSchema): string => shape.type.value;
const nameOf = ([first, ...others]: readonly [EventSchema, ...EventSchema[]]): string =>
  `${others.length === 0 ? '' : 'Like'}${typeOf(first)}AsRead`;

/** The name of the schema that an event of a type is read by. */
export const nameAsRead = (type: string): string => {
  const group = alike.find((types) => types.some((one) => typeOf(one) === type));
  return group === undefined ? `${type}AsRead` : nameOf(group);
};

/**
 * The schemas of diplomatic events as they are read, one for all types with the same fields. A read model may add
 * further fields.
 */
export const diplomaticEventsAsRead = alike.map((types) =>
  types[0]
    .extend({ type: z.literal(types.map(typeOf)), ...recorded, ...corrected, evidence: EvidenceAsRead.optional() })
    .loose()
    .meta({ id: nameOf(types) }),
);

const correctionsAsRead = corrections.map(({ type, schema }) =>
  schema()
    .extend(recorded)
    .loose()
    .meta({ id: `${type}AsRead` }),
);

/** A diplomatic event or a correction in responses: the record, or the corrected event. */
export const EventAsRead = z.union([...diplomaticEventsAsRead, ...correctionsAsRead]).meta({ id: 'EventAsRead' });
