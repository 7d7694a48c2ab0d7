import * as z from 'zod';
import { sideBySide, type PairedMonth } from '#shared/domain/scoring/tempo/side-by-side.ts';
import { type TempoRecord, tempoSeriesOf } from '#shared/domain/scoring/tempo/tempo-phases.ts';
import type { TempoSign } from '#shared/domain/scoring/tempo/tempo-fact.ts';
import { computedPage } from '#shared/api/protocol/computed-page.ts';
import { DyadParameter } from '#shared/api/protocol/dyad-parameter.ts';
import { Month, ReadHeaders } from '#shared/api/protocol/list-parameters.ts';
import type { Columns } from '#shared/api/protocol/csv.ts';
import { listReply } from '#shared/api/protocol/list-reply.ts';
import type { Operation } from '#shared/api/protocol/operation.ts';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { listOf } from '#shared/api/protocol/query-responses.ts';
import { queryResource } from '#shared/read-models/query-resource.ts';
import { SignName, factsAsked, tempoMonthsParameters } from './phases-request.ts';
import { phaseSources } from './dyad-facts.ts';
import { MonthOfTempo } from './tempo-resource.ts';

const TwoDyads = z
  .string()
  .transform((text) => text.split(','))
  .pipe(z.tuple([DyadParameter, DyadParameter], 'Expected two dyads, such as BGD-PAK,BGD-IND'))
  .refine(([one, other]) => one !== other, { error: 'Expected two different dyads' })
  .meta({ description: 'Two dyads, separated by a comma', examples: ['BGD-PAK,BGD-IND'] });

const compareRequest = () =>
  ({
    headers: ReadHeaders,
    query: z.strictObject({
      dyads: TwoDyads,
      ...tempoMonthsParameters,
    }),
  }) as const satisfies RequestContract;

/** `GET /relations/compare` */
export const compareRelations = queryResource(
  phaseSources,
  compareRequest,
  async ({ query: { limit, cursor, ...query }, request, cursors, ...call }) => {
    const { dyads, sign, from = '' } = query;
    const [one, other] = await Promise.all([factsAsked(call, dyads[0], query), factsAsked(call, dyads[1], query)]);
    const { months, ratio } = sideBySide(seriesOf(one.record, sign), seriesOf(other.record, sign));
    const asked = months.filter(({ month }) => month >= from);
    const page = computedPage(asked, { list: JSON.stringify(['compare', query]), cursors, cursor, limit });
    const items = page.items.map(({ month, ...pair }) => ({ month, one: shown(pair.one), other: shown(pair.other) }));
    const more = { dyads, sign, through: one.record.through, ratio };
    return listReply(request, { ...page, items, more }, { file: `compare-${dyads.join('-with-')}`, columns });
  },
);

const seriesOf = (record: TempoRecord, sign: TempoSign) =>
  tempoSeriesOf(record, sign) ?? { months: [], basis: 'constant' as const };

/** The ids of events are at the tempo of each dyad. */
const shown = (month: PairedMonth['one']) => (month === null ? null : { ...month, events: [] });

const columns: Columns<PairedMonth> = {
  month: ({ month }) => month,
  one: ({ one }) => one?.observed,
  oneExpected: ({ one }) => one?.expected?.count,
  other: ({ other }) => other?.observed,
  otherExpected: ({ other }) => other?.expected?.count,
};

export const compareRelationsOperation = (): Operation => ({
  summary: 'The tempo of two relations, side by side',
  description: 'Each month of both, and how many times as often events come in the first, over common months.',
  request: compareRequest(),
  responses: listOf(
    'Months in order',
    z.object({ month: Month, one: MonthOfTempo.nullable(), other: MonthOfTempo.nullable() }).meta({
      id: 'PairedMonth',
      description: 'Null where the record of a dyad does not reach; `events` is empty here',
    }),
    {
      dyads: z.array(z.string()).length(2),
      sign: SignName,
      through: z.iso.date(),
      ratio: z
        .object({ ratio: z.number(), low: z.number(), high: z.number(), months: z.int() })
        .nullable()
        .meta({ description: 'Of the rates, with its 95 % interval; null: no month in common' }),
    },
  ),
  problems: ['invalid-request', 'invalid-cursor', 'projection-lagging'],
});
