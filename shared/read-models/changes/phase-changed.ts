import * as z from 'zod';
import { lazily } from '#shared/domain/lazily.ts';
import { phaseChannels, phaseKinds } from '#shared/domain/scoring/phases/phase-change.ts';
import { EventIdList } from '#shared/read-models/phases/phase-fields.ts';
import { Month } from '#shared/api/protocol/list-parameters.ts';

/** A change of phase as it is announced; made where a description asks for it. */
export const phaseChangedSchema = lazily(() =>
  z
    .object({
      id: z.string(),
      dyad: z.string(),
      channel: z.enum(phaseChannels),
      kind: z.enum(phaseKinds),
      month: Month,
      position: z.int(),
      announcedAt: z.iso.datetime(),
      words: z.string(),
      before: z.number(),
      after: z.number(),
      bayesFactor: z.number().optional(),
      probability: z.number().optional(),
      z: z.number().optional(),
      evidence: EventIdList,
    })
    .meta({
      id: 'PhaseChanged',
      description: '`before`, `after`: events a year, or mean scores',
    }),
);
