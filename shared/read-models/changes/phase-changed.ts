import * as z from 'zod';
import { lazily } from '#shared/domain/lazily.ts';
import { EventId } from '#shared/domain/events/event-id.ts';
import { phaseChannels, phaseKinds } from '#shared/domain/scoring/phases/phase-change.ts';
import { Month } from '#shared/api/protocol/list-parameters.ts';

/** A change of phase as it is announced; made where a description asks for it. */
export const phaseChangedSchema = lazily(() =>
  z
    .object({
      id: z
        .string()
        .meta({ description: 'The same again is the same', examples: ['BGD-PAK/tempo-cooperative/2024-08'] }),
      dyad: z.string(),
      channel: z.enum(phaseChannels),
      kind: z.enum(phaseKinds),
      month: Month.meta({ description: 'The first month of the new phase' }),
      position: z.int().meta({ description: 'Of the record that it follows from' }),
      announcedAt: z.iso.datetime(),
      words: z.string(),
      before: z.number().meta({ description: 'Events a year, or the mean score of the tone' }),
      after: z.number(),
      bayesFactor: z.number().optional(),
      probability: z.number().optional(),
      z: z.number().optional(),
      evidence: z.array(EventId).max(50),
    })
    .meta({ id: 'PhaseChanged', description: 'A change of phase, as known at its position' }),
);
