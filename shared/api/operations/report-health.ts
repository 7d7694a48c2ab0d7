import * as z from 'zod';
import type { Operation } from './operation.ts';

/** What `GET /health` answers. */
export const Health = z
  .object({
    status: z.enum(['ok', 'behind']),
    head: z.int().meta({ description: 'The last global position' }),
    consumers: z.record(
      z.string(),
      z.object({ position: z.int(), lag: z.int().meta({ description: 'Positions behind' }) }),
    ),
  })
  .meta({ id: 'Health' });

/** `GET /health` */
export const reportHealthOperation = {
  summary: 'Whether the record is reachable, and how far its readers are',
  request: {},
  replies: { 200: { description: 'Reachable', content: { 'application/json': Health } } },
  problems: ['unavailable'],
} as const satisfies Operation;
