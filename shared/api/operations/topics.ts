import * as z from 'zod';
import { listTopicsRequest, readTrendRequest } from '#shared/api/requests/topics.ts';
import { counted } from './dossiers.ts';
import type { Operation } from './operation.ts';
import { listOf } from './query-replies.ts';

const month = z.string().meta({ examples: ['2025-01'] });

/** `GET /topics` */
export const listTopicsOperation = {
  summary: 'The topics of events',
  description: 'By name; with `prefix`, those that begin so.',
  request: listTopicsRequest,
  replies: listOf(
    'A page of topics',
    z
      .object({
        topic: z.string().meta({ examples: ['defence-ties'] }),
        n: counted.n,
        unheld: counted.unheld,
        lastMonth: month.nullable().meta({ description: 'The last month in which it came up' }),
      })
      .meta({ id: 'TopicCount' }),
  ),
  problems: ['invalid-request', 'invalid-cursor', 'not-yet'],
} as const satisfies Operation;

/** `GET /topics/{topic}/trend` */
export const readTrendOperation = {
  summary: 'How often a topic came up, month by month',
  description:
    'Counted in a month are the events that are known to lie within it. Every month of the range is there, also those without events.',
  request: readTrendRequest,
  replies: listOf(
    'The months, in order',
    z
      .object({
        month,
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
      .meta({ id: 'TopicMonth' }),
    { topic: z.string(), dyad: z.string().optional().meta({ description: 'The dyad that was asked for' }) },
  ),
  problems: ['invalid-request', 'not-yet'],
} as const satisfies Operation;
