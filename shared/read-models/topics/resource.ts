import * as z from 'zod';
import { monthCount } from '#shared/domain/dates/calendar.ts';
import { Cursor } from '#shared/api/protocol/cursor-schema.ts';
import { DyadParameter } from '#shared/api/protocol/dyad-parameter.ts';
import {
  recordedAsOfParameters,
  inOrder,
  Month,
  notInOrder,
  ReadHeaders,
  readParameters,
  ShortPageLimit,
} from '#shared/api/protocol/list-parameters.ts';
import { listReply } from '#shared/api/protocol/list-reply.ts';
import type { Operation } from '#shared/api/protocol/operation.ts';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { listOf } from '#shared/api/protocol/query-responses.ts';
import { signedPage } from '#shared/api/protocol/signed-page.ts';
import { topicColumns, trendColumns } from './columns.ts';
import { countedEvents } from '#shared/read-models/parties/counted-events.ts';
import { counted } from '#shared/read-models/parties/counted-fields.ts';
import {
  dossierEvents,
  dossierEventsOperation,
  dossierEventsRequest,
} from '#shared/read-models/parties/dossier-events.ts';
import { dossierPath } from '#shared/read-models/parties/dossier-path.ts';
import { queryResource } from '#shared/read-models/query-resource.ts';
import { timeline } from '#shared/read-models/timeline/projection.ts';
import { maxMonths, readTopics, topicTrend } from './query.ts';
import { eventRows } from '#shared/projections/engine/event-rows.ts';
import { changes } from '#shared/read-models/changes/change-log.ts';

const listTopicsRequest = () =>
  ({
    headers: ReadHeaders,
    query: z.strictObject({
      prefix: z
        .string()
        .max(60)
        .regex(/^[a-z0-9-]*$/, 'Expected the beginning of a topic in kebab-case, such as defence')
        .optional()
        .meta({ description: 'Topics that begin so' }),
      ...recordedAsOfParameters,
      ...readParameters,
      limit: ShortPageLimit,
      cursor: Cursor.optional(),
    }),
  }) as const satisfies RequestContract;

/** `GET /topics` */
export const listTopics = queryResource(
  [countedEvents, changes],
  listTopicsRequest,
  async ({ query: { cursor, limit, ...filters }, readModels, cursors, request }) => {
    const list = JSON.stringify(['topics', filters]);
    const page = await signedPage({ cursors, list, cursor }, async (after) =>
      readTopics(readModels, { ...filters, limit, after }),
    );
    return listReply(request, page, { file: 'topics', columns: topicColumns });
  },
);

const month = () => z.string().meta({ examples: ['2025-01'] });

export const listTopicsOperation = (): Operation => ({
  summary: 'The topics of events',
  description: 'By name; with `prefix`, those that begin so.',
  request: listTopicsRequest(),
  responses: listOf(
    'A page of topics',
    z
      .object({
        topic: z.string().meta({ examples: ['defence-ties'] }),
        n: counted.n,
        unheld: counted.unheld,
        lastMonth: month().nullable().meta({ description: 'The last month in which it came up' }),
      })
      .meta({ id: 'TopicCount' }),
  ),
  problems: ['invalid-request', 'invalid-cursor', 'projection-lagging'],
});

const readTrendRequest = () =>
  ({
    path: z.object({ topic: dossierPath.topic }),
    headers: ReadHeaders,
    query: z
      .strictObject({
        from: Month.optional().meta({ description: 'The first month; absent: 24 months up to the last one' }),
        to: Month.optional().meta({
          description: `The last month; absent: the last in which the topic came up, of at most ${maxMonths} months`,
        }),
        dyad: DyadParameter.optional().meta({ description: 'Only events of this dyad, in either order' }),
        ...recordedAsOfParameters,
        ...readParameters,
      })
      .refine(inOrder, notInOrder('month'))
      .refine(
        ({ from, to }) => from === undefined || to === undefined || from > to || monthCount(from, to) <= maxMonths,
        { path: ['to'], error: `Expected a range of at most ${maxMonths} months` },
      ),
  }) as const satisfies RequestContract;

/** `GET /topics/{topic}/trend` */
export const readTrend = queryResource(
  [countedEvents, changes, timeline, eventRows],
  readTrendRequest,
  async ({ path: { topic }, query, readModels, request }) => {
    const items = await topicTrend(readModels, { ...query, topic });
    const more = { topic, ...(query.dyad !== undefined && { dyad: query.dyad }) };
    return listReply(request, { items, next: null, more }, { file: `trend-${topic}`, columns: trendColumns });
  },
);

export const readTrendOperation = (): Operation => {
  const TopicMonth = z
    .object({
      month: month(),
      ...counted,
      total: z.int().meta({ description: 'Events held in the month, of any topic or none (of the dyad, if asked)' }),
      share: z
        .number()
        .nullable()
        .meta({ description: 'n / total; null where total = 0', examples: [0.25] }),
      dyads: z.array(z.object({ dyad: z.string(), n: z.int() })).meta({
        description: 'The five dyads in whose events it came up most',
        examples: [[{ dyad: 'BGD-PAK', n: 2 }]],
      }),
    })
    .meta({ id: 'TopicMonth' });
  return {
    summary: 'How often a topic came up, month by month',
    description:
      'Counted in a month are the events that are known to lie within it. Months without events are there too.',
    request: readTrendRequest(),
    responses: listOf('The months, in order', TopicMonth, {
      topic: z.string(),
      dyad: z.string().optional().meta({ description: 'The dyad that was asked for' }),
    }),
    problems: ['invalid-request', 'projection-lagging'],
  };
};

/** `GET /topics/{topic}/events` */
export const readTopicEvents = dossierEvents('topic');

export const readTopicEventsOperation = (): Operation =>
  dossierEventsOperation('a topic', 'Everything the topic came up in.', dossierEventsRequest('topic'));
