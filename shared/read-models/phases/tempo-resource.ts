import * as z from 'zod';
import { EventId } from '#shared/domain/events/event-id.ts';
import { baseline, type BaselineMonth } from '#shared/domain/scoring/tempo/baseline.ts';
import { type Gap, rarity, type Rarity } from '#shared/domain/scoring/tempo/rarity.ts';
import { tempoSeriesOf } from '#shared/domain/scoring/tempo/tempo-phases.ts';
import { firstSinceWords } from '#shared/domain/scoring/tempo/tempo-words.ts';
import { cell } from '#shared/api/protocol/cells.ts';
import { computedPage } from '#shared/api/protocol/computed-page.ts';
import { forDyad } from '#shared/api/protocol/for-dyad.ts';
import { DyadPath, Month, ReadHeaders } from '#shared/api/protocol/list-parameters.ts';
import type { Columns } from '#shared/api/protocol/csv.ts';
import { listReply } from '#shared/api/protocol/list-reply.ts';
import type { Operation } from '#shared/api/protocol/operation.ts';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { listOf, toCanonicalDyad } from '#shared/api/protocol/query-responses.ts';
import { queryResource } from '#shared/read-models/query-resource.ts';
import { SignName, cutField, factsAsked, tempoMonthsParameters } from './phases-request.ts';
import { phaseSources } from './dyad-facts.ts';

/** Most ids of events that a month names. */
const mostIds = 50;

const readTempoRequest = () =>
  ({
    path: DyadPath,
    headers: ReadHeaders,
    query: z.strictObject({
      ...tempoMonthsParameters,
    }),
  }) as const satisfies RequestContract;

/** `GET /relations/{dyad}/tempo` */
export const readTempo = queryResource(
  phaseSources,
  readTempoRequest,
  async ({ path, query: { limit, cursor, ...query }, request, cursors, ...call }) =>
    forDyad(request, { dyad: path.dyad, rest: '/tempo' }, async (dyad) => {
      const { record, isCut } = await factsAsked(call, dyad, query);
      const { sign, from = '' } = query;
      const series = tempoSeriesOf(record, sign);
      const months = baseline(series?.months ?? []).filter(({ month }) => month >= from);
      const facts = record.facts.filter((fact) => fact.sign === sign);
      const more = {
        dyad,
        sign,
        through: record.through,
        basis: series?.basis ?? 'constant',
        rarity: rarityShown(rarity(facts, record.through)),
        isCut,
      };
      const page = computedPage(months, { list: JSON.stringify(['tempo', dyad, query]), cursors, cursor, limit });
      const items = page.items.map((month) => ({ ...month, events: month.events.slice(0, mostIds) }));
      return listReply(request, { ...page, items, more }, { file: `tempo-${dyad}`, columns });
    }),
);

const rarityShown = ({ longest, firstSince, ...rest }: Rarity) => ({
  ...rest,
  longest: longest && gapShown(longest),
  firstSince: firstSince.map((gap) => ({ ...gapShown(gap), percentile: gap.percentile, words: firstSinceWords(gap) })),
});

const gapShown = ({ days, after, from, before, to }: Gap) => ({ days, after, from, before, to });

const columns: Columns<BaselineMonth> = {
  month: ({ month }) => month,
  observed: ({ observed }) => observed,
  expected: ({ expected }) => expected?.count,
  low: ({ expected }) => expected?.low,
  high: ({ expected }) => expected?.high,
  percentile: ({ percentile }) => percentile,
  events: ({ events }) => cell(events),
};

const percentile = z
  .number()
  .nullable()
  .meta({ description: 'Part of the earlier gaps that were shorter; null: fewer than 3 gaps' });
const gap = {
  days: z.int(),
  after: EventId,
  from: z.iso.date(),
  before: EventId,
  to: z.iso.date(),
};

/** What was seen in a month, and what was to be expected. */
export const MonthOfTempo = z
  .object({
    month: Month,
    observed: z
      .number()
      .meta({ description: 'How many events; fractions where dates are wider than a month, or suspects share one' }),
    expected: z
      .object({ count: z.number(), low: z.number(), high: z.number() })
      .nullable()
      .meta({ description: 'By the five years before it, with at least 95 %; null in the first year' }),
    percentile: z.number().nullable().meta({ description: 'Probability of at most as many events' }),
    events: z.array(EventId).max(mostIds),
  })
  .meta({ id: 'MonthOfTempo' });

export const readTempoOperation = (): Operation => ({
  summary: 'How often something happens between two parties, and how rare it is',
  description:
    'Observed and expected events of each month, the longest and the present gap, and the events that were the first for more than a year and ' +
    'longer than 90 % of the gaps before. A visit with its parts is one event of each sign.',
  request: readTempoRequest(),
  responses: {
    ...listOf('Months in order', MonthOfTempo, {
      dyad: z.string(),
      sign: SignName,
      through: z.iso.date(),
      basis: z.enum(['recorded', 'constant']),
      rarity: z
        .object({
          events: z.int(),
          longest: z.object(gap).nullable(),
          present: z
            .object({ days: z.int(), since: EventId, percentile })
            .nullable()
            .meta({ description: 'Since the last event' }),
          firstSince: z
            .array(
              z.object({ ...gap, percentile, words: z.string().meta({ examples: ['the first since June 1974'] }) }),
            )
            .max(20),
        })
        .meta({ description: 'Gaps between events' }),
      isCut: cutField,
    }),
    ...toCanonicalDyad,
  },
  problems: ['invalid-request', 'invalid-cursor', 'not-found', 'projection-lagging'],
});
