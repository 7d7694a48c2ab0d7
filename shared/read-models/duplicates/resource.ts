import * as z from 'zod';
import { EventId } from '#shared/domain/events/event-id.ts';
import { partiesOf } from '#shared/domain/events/multilateral.ts';
import { cell } from '#shared/api/protocol/cells.ts';
import type { Columns } from '#shared/api/protocol/csv.ts';
import { Cursor } from '#shared/api/protocol/cursor-schema.ts';
import { DyadParameter } from '#shared/api/protocol/dyad-parameter.ts';
import { eitherPartyOrDyad, notPartyOrDyad } from '#shared/api/protocol/lifecycle-parameters.ts';
import { ReadHeaders, readParameters, wholeNumber } from '#shared/api/protocol/list-parameters.ts';
import { listReply } from '#shared/api/protocol/list-reply.ts';
import type { Operation } from '#shared/api/protocol/operation.ts';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { listOf } from '#shared/api/protocol/query-responses.ts';
import { signedPage } from '#shared/api/protocol/signed-page.ts';
import { PartyCode } from '#shared/domain/parties/parties.ts';
import { eventRows } from '#shared/projections/engine/event-rows.ts';
import { dossiers } from '#shared/read-models/parties/dossiers.ts';
import { queryResource } from '#shared/read-models/query-resource.ts';
import { aboutParty } from '#shared/read-models/timeline/list-names.ts';
import { timeline } from '#shared/read-models/timeline/projection.ts';
import { type SuspectGroup, suspectsIn } from './suspects.ts';

/** Characters of a reason that are shown: it may name ten addresses. */
const reasonLength = 500;
/** Publishers of an event that are shown: the first. */
const mostPublishers = 5;

const readDuplicatesRequest = () =>
  ({
    headers: ReadHeaders,
    query: z
      .strictObject({
        party: PartyCode.optional(),
        dyad: DyadParameter.optional().meta({ description: 'Or `party`' }),
        ...readParameters,
        limit: wholeNumber(1, 100).default(100).meta({ description: 'Events that a page looks at' }),
        cursor: Cursor.optional(),
      })
      .refine(eitherPartyOrDyad, notPartyOrDyad),
  }) as const satisfies RequestContract;

/** `GET /duplicates` */
export const readDuplicates = queryResource(
  [timeline, dossiers, eventRows],
  readDuplicatesRequest,
  async ({ query: { party = '', dyad, limit, cursor }, readModels, cursors, request }) => {
    const of = dyad === undefined ? { list: dossiers, subject: aboutParty(party) } : { list: timeline, subject: dyad };
    const list = JSON.stringify(['duplicates', of.subject]);
    const { items, isCut, next } = await signedPage({ list, cursors, cursor }, async (after) =>
      suspectsIn(readModels, { ...of, limit, after }),
    );
    return listReply(
      request,
      { items: items.map(shownGroup), next, more: { isCut } },
      { file: `duplicates-${dyad ?? party}`, columns },
    );
  },
);

type ShownGroup = ReturnType<typeof shownGroup>;

function shownGroup({ events, suspicions }: SuspectGroup) {
  const [first] = events;
  const [earliest] = events.toSorted((a, b) => a.position - b.position);
  return {
    type: first?.type ?? '',
    parties: first === undefined ? [] : partiesOf(first.participants).toSorted(),
    earliest: earliest?.id ?? '',
    events: events.map(({ id, occurred, evidence }) => ({
      id,
      occurred,
      publishers: [...new Set((evidence?.reports ?? []).map(({ publisher }) => publisher))].slice(0, mostPublishers),
    })),
    suspicions: suspicions.map((one) => ({ ...one, reason: one.reason.slice(0, reasonLength) })),
  };
}

const columns: Columns<ShownGroup> = {
  type: ({ type }) => type,
  parties: ({ parties }) => cell(parties),
  earliest: ({ earliest }) => earliest,
  events: ({ events }) => cell(events.map(({ id }) => id)),
  occurred: ({ events }) => cell(events.map(({ occurred }) => occurred)),
  publishers: ({ events }) => cell([...new Set(events.flatMap(({ publishers }) => publishers))]),
  reasons: ({ suspicions }) => cell([...new Set(suspicions.map(({ reason }) => reason))]),
};

export const readDuplicatesOperation = (): Operation => ({
  summary: 'Suspected duplicates that nobody has resolved yet',
  description: 'Groups of events that are probably one, oldest first, unless told apart.',
  request: readDuplicatesRequest(),
  responses: listOf(
    'Perhaps none, though more pages follow',
    z
      .object({
        type: z.string(),
        parties: z.array(PartyCode),
        earliest: EventId.meta({ description: 'Recorded first: others can be merged into it' }),
        events: z.array(
          z.object({
            id: EventId,
            occurred: z.string(),
            publishers: z.array(z.string()),
          }),
        ),
        suspicions: z.array(z.object({ of: EventId, id: EventId, reason: z.string() })),
      })
      .meta({ id: 'SuspectedDuplicates' }),
    { isCut: z.boolean() },
  ),
  problems: ['invalid-request', 'invalid-cursor', 'projection-lagging'],
});
