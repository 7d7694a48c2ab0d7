import * as z from 'zod';
import type { VerificationProgress, VerificationReader } from '#shared/feed/verification-progress.ts';
import { otherConsumers, phaseMatcherName, scheduledConsumers } from '#shared/feed/consumers/consumer-names.ts';
import { isBroken, servingGeneration, versionsInCode } from '#shared/projections/generations/generations.ts';
import { positionsOfGenerations } from '#shared/projections/generations/project-group.ts';
import { announcerName, lastAnnounced } from '#shared/read-models/changes/announced-phases.ts';
import type { RowReader } from '#shared/projections/engine/read-models.ts';
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

export interface ConsumersPorts extends GenerationPorts {
  readonly verification: VerificationReader;
  readonly readModels: Pick<RowReader, 'rows'>;
}

/** `GET /health/consumers` */
export const reportConsumers: Resource<ConsumersPorts> = {
  handle: async ({ feed, checkpoints, registry, verification, readModels }) => {
    const [{ position: head }, decisions, verified] = await Promise.all([
      feed.head(),
      registry.read(),
      verification.read(),
    ]);
    const serving = [...versionsInCode.keys()].map((name) => servingGeneration(decisions, name));
    const [ofServing, ofOthers] = await Promise.all([
      positionsOfGenerations(checkpoints, decisions, serving),
      checkpoints.positions([...otherConsumers, phaseMatcherName]),
    ]);
    const ofPhases = await phasesMatched(readModels, ofOthers);
    const consumers = [...ofServing, ...ofOthers, [phaseMatcherName, ofPhases] as const].map(([name, position]) => {
      const setAside = decisions.setAside?.[name]?.length ?? 0;
      return [
        name,
        {
          position,
          lag: Math.max(head - position, 0),
          ...(setAside > 0 && { setAside }),
          ...(name === phaseMatcherName && { waitsFor: announcerName }),
        },
      ] as const;
    });
    const behind = consumers.some(([name, { lag }]) => lag > 0 && !scheduledConsumers.has(name));
    const isAnyBroken = verified?.violation !== undefined || serving.some((id) => isBroken(decisions, id));
    const status = isAnyBroken ? 'broken' : behind ? 'behind' : 'ok';
    return json(200, {
      status,
      head,
      consumers: Object.fromEntries(consumers),
      ...(verified && { verification: verificationOf(verified) }),
    });
  },
};

/**
 * Returns the position up to which changes of phase are matched. The checkpoint stands at the last of them that was:
 * where none is left until the announcer, all up to there are.
 */
async function phasesMatched(
  readModels: Pick<RowReader, 'rows'>,
  positions: ReadonlyMap<string, number>,
): Promise<number> {
  const [matched = 0, announced = 0] = [positions.get(phaseMatcherName), positions.get(announcerName)];
  return (await lastAnnounced(readModels, announced)) > matched ? matched : announced;
}

const verificationOf = (progress: VerificationProgress) => ({
  position: progress.verified.position,
  hash: progress.verified.hash,
  verifiedAt: progress.verifiedAt,
  round: progress.round.position,
  roundEndedAt: progress.roundEndedAt,
  noted: progress.noted,
  violation: progress.violation,
});

export const reportConsumersOperation = (): Operation => {
  const Consumers = z
    .object({
      status: z.enum(['ok', 'behind', 'broken']).meta({
        description:
          '`broken`: a generation that serves could not project too many events and is not kept up, or there is a violation',
      }),
      head: z.int().meta({ description: 'The last global position' }),
      consumers: z.record(
        z.string(),
        z.object({
          position: z.int(),
          lag: z.int().meta({ description: 'Positions behind' }),
          waitsFor: z.string().optional(),
          setAside: z.int().optional().meta({ description: 'Events that it goes without, if any; 25: it is broken' }),
        }),
      ),
      verification: z
        .object({
          position: z.int(),
          hash: z.string(),
          verifiedAt: z.string().optional(),
          round: z.int(),
          roundEndedAt: z.string().optional(),
          noted: z.int().optional(),
          violation: z.object({ place: z.string(), reason: z.string(), foundAt: z.string() }).optional(),
        })
        .optional()
        .meta({
          description:
            'How far the record is verified: new blocks up to `position` (with its `hash`), all before once more up to `round`; `noted`: elsewhere; `violation`: the first',
        }),
    })
    .meta({ id: 'ConsumersHealth' });
  return {
    summary: 'The progress of every consumer of the feed',
    request: {},
    responses: { 200: { description: 'The progress', content: { 'application/json': Consumers } } },
    problems: ['unavailable'],
  };
};
