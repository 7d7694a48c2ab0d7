import * as z from 'zod';
import { otherConsumers, servingGeneration, versionsInCode } from '#shared/projections/generations/generations.ts';
import type { GenerationPorts } from '#shared/projections/generations/manage-generations.ts';
import { json } from '#shared/api/protocol/http-request.ts';
import type { Operation } from '#shared/api/protocol/operation.ts';
import type { Resource } from '#shared/api/protocol/resource.ts';

/** What the health check reads. */
export type HealthPorts = Pick<GenerationPorts, 'feed'>;

/** `GET /health`: for anybody, and so without positions, which say how much is recorded and when. */
export const reportHealth: Resource<HealthPorts> = {
  handle: async ({ feed }) => {
    await feed.head();
    return json(200, { status: 'ok' });
  },
};

export const reportHealthOperation = (): Operation => ({
  summary: 'Whether the record is reachable',
  request: {},
  responses: {
    200: {
      description: 'Reachable',
      content: { 'application/json': z.object({ status: z.literal('ok') }).meta({ id: 'Health' }) },
    },
  },
  problems: ['unavailable'],
});

/** `GET /health/consumers` */
export const reportConsumers: Resource<GenerationPorts> = {
  handle: async ({ feed, checkpoints, registry }) => {
    const [{ position: head }, decisions] = await Promise.all([feed.head(), registry.read()]);
    const serving = [...versionsInCode.keys()].map((name) => servingGeneration(decisions, name));
    const positions = await checkpoints.positions([...serving, ...otherConsumers]);
    const consumers = [...positions].map(
      ([name, position]) => [name, { position, lag: Math.max(head - position, 0) }] as const,
    );
    const behind = consumers.some(([, { lag }]) => lag > 0);
    return json(200, { status: behind ? 'behind' : 'ok', head, consumers: Object.fromEntries(consumers) });
  },
};

export const reportConsumersOperation = (): Operation => {
  const Consumers = z
    .object({
      status: z.enum(['ok', 'behind']),
      head: z.int().meta({ description: 'The last global position' }),
      consumers: z.record(
        z.string(),
        z.object({ position: z.int(), lag: z.int().meta({ description: 'Positions behind' }) }),
      ),
    })
    .meta({ id: 'ConsumersHealth' });
  return {
    summary: 'The progress of every consumer of the feed',
    request: {},
    responses: { 200: { description: 'The progress', content: { 'application/json': Consumers } } },
    problems: ['unavailable'],
  };
};
