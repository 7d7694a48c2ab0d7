import * as z from 'zod';
import { otherConsumers, servingGeneration, versionsInCode } from '#shared/projections/generations/generations.ts';
import { positionsOfGenerations } from '#shared/projections/generations/project-group.ts';
import type { GenerationPorts } from '#shared/projections/generations/manage-generations.ts';
import { json } from '#shared/api/protocol/http-request.ts';
import type { Operation } from '#shared/api/protocol/operation.ts';
import type { Resource } from '#shared/api/protocol/resource.ts';

/** `GET /health` */
export const reportHealth: Resource<GenerationPorts> = {
  handle: async ({ feed, checkpoints, registry }) => {
    const [{ position: head }, decisions] = await Promise.all([feed.head(), registry.read()]);
    const serving = [...versionsInCode.keys()].map((name) => servingGeneration(decisions, name));
    const [ofServing, ofOthers] = await Promise.all([
      positionsOfGenerations(checkpoints, decisions, serving),
      checkpoints.positions(otherConsumers),
    ]);
    const consumers = [...ofServing, ...ofOthers].map(
      ([name, position]) => [name, { position, lag: Math.max(head - position, 0) }] as const,
    );
    const behind = consumers.some(([, { lag }]) => lag > 0);
    return json(200, { status: behind ? 'behind' : 'ok', head, consumers: Object.fromEntries(consumers) });
  },
};

export const reportHealthOperation = (): Operation => {
  const Health = z
    .object({
      status: z.enum(['ok', 'behind']),
      head: z.int().meta({ description: 'The last global position' }),
      consumers: z.record(
        z.string(),
        z.object({ position: z.int(), lag: z.int().meta({ description: 'Positions behind' }) }),
      ),
    })
    .meta({ id: 'Health' });
  return {
    summary: 'Whether the record is reachable, and the progress of its consumers',
    request: {},
    responses: { 200: { description: 'Reachable', content: { 'application/json': Health } } },
    problems: ['unavailable'],
  };
};
