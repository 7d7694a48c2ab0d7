import * as z from 'zod';
import { measureStatuses } from '#shared/domain/lifecycles/measure.ts';
import { PartyCode } from '#shared/domain/parties/parties.ts';
import { StreamName } from '#shared/domain/streams/stream-name.ts';
import { askedDay } from '#shared/api/protocol/asked-day.ts';
import {
  inForceAlone,
  inForceWithOthers,
  lifecycleParameters,
  notBoth,
  OnDay,
  partyAndDyad,
} from '#shared/api/protocol/lifecycle-parameters.ts';
import { commaSeparated, Day, PageLimit, ReadHeaders } from '#shared/api/protocol/list-parameters.ts';
import { listReply } from '#shared/api/protocol/list-reply.ts';
import type { Operation } from '#shared/api/protocol/operation.ts';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { listOf } from '#shared/api/protocol/query-responses.ts';
import { signedPage } from '#shared/api/protocol/signed-page.ts';
import { measureColumns } from '#shared/read-models/lifecycles/columns.ts';
import { certain, dated, DatedAsRead, events, summary } from '#shared/read-models/lifecycles/lifecycle-fields.ts';
import { lifecycles } from '#shared/read-models/lifecycles/projection.ts';
import { partyStreams } from '#shared/read-models/lifecycles/party-streams.ts';
import { queryResource } from '#shared/read-models/query-resource.ts';
import { findMeasures } from './query.ts';
import { eventRows } from '#shared/projections/engine/event-rows.ts';

const Through = PartyCode.nullable().meta({
  description: 'The organisation of which a party of the dyad is a member on that day; null: it names both',
});

const readSanctionsRequest = () =>
  ({
    headers: ReadHeaders,
    query: z
      .strictObject({
        ...lifecycleParameters,
        on: OnDay,
        inForceOn: Day.optional().meta({
          description: 'Those in force on this day: short for `on` with `status=in-force`',
        }),
        role: z
          .enum(['source', 'target'])
          .optional()
          .meta({ description: 'With `party`: whether it imposes (`source`) or is imposed upon (`target`)' }),
        status: commaSeparated(measureStatuses)
          .optional()
          .meta({ description: `${measureStatuses.join(', ')}; separated by commas` }),
        limit: PageLimit,
      })
      .refine(notBoth, partyAndDyad)
      .refine(({ party, role }) => party !== undefined || role === undefined, {
        path: ['role'],
        error: 'Expected no role without a party: of a dyad, each of the two is either',
      })
      .refine(inForceAlone, inForceWithOthers),
  }) as const satisfies RequestContract;

/** `GET /sanctions` */
export const readSanctions = queryResource(
  [partyStreams, lifecycles, eventRows],
  readSanctionsRequest,
  async ({ query: { cursor, limit, ...filters }, readModels, cursors, now, request }) => {
    const { role, inForceOn, asOf } = filters;
    const of = filters.dyad ?? filters.party;
    const list = JSON.stringify(['sanctions', filters]);
    const on = askedDay({ on: inForceOn ?? filters.on, asOf }, now());
    const statuses = inForceOn === undefined ? filters.status : (['in-force'] as const);
    const page = await signedPage({ cursors, list, cursor }, async (after) =>
      findMeasures(readModels, { of, on, role, statuses, asOf, limit, after }),
    );
    return listReply(request, page, { file: `sanctions-${of ?? 'all'}`, columns: measureColumns });
  },
);

export const readSanctionsOperation = (): Operation => {
  const state = { status: z.enum(measureStatuses), certain, since: dated, eased: z.array(DatedAsRead), lifted: dated };
  const Imposition = z
    .object({ imposer: PartyCode, target: PartyCode, through: Through, ...state })
    .meta({ id: 'Imposition' });
  const MeasureAsRead = z
    .object({
      id: z.string(),
      stream: StreamName,
      ...state,
      imposedBy: z.array(PartyCode),
      imposedOn: z.array(PartyCode),
      impositions: z
        .array(Imposition)
        .meta({ description: 'The state of each imposer and target that the query is about' }),
      summary,
      events,
    })
    .meta({ id: 'Measure' });
  return {
    summary: 'All sanctions and restrictions, those of a party, or those between two',
    description:
      'Measures as they stood on a day: by whom, on whom, since when, how eased, and whether lifted; ' +
      '`in-force` where it is for one of `impositions`. ' +
      'Of a dyad, measures of organisations that one of the two is a member of on that day count, too. ' +
      'One of which only an easing is reported is `unknown`.',
    request: readSanctionsRequest(),
    responses: listOf('A page of measures', MeasureAsRead),
    problems: ['invalid-request', 'invalid-cursor', 'projection-lagging'],
  };
};
