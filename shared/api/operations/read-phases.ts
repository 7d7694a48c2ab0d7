import * as z from 'zod';
import { readPhasesRequest, ScaleName } from '#shared/api/requests/score-parameters.ts';
import type { Operation } from './operation.ts';
import { listOf, toCanonicalDyad } from './query-replies.ts';
import { PhaseEvent, whatIsScored } from './scoring.ts';

const Phase = z
  .object({
    kind: z.enum(['thaw', 'chill']),
    start: z.iso.date().meta({ description: 'The first day' }),
    end: z.iso.date().nullable().meta({ description: 'The day on which it was over; null: it goes on' }),
    peak: z.number().meta({ description: 'F − S, where it was furthest from 0', examples: [2.1] }),
    peakDay: z.iso.date(),
    events: z.array(PhaseEvent).max(5).meta({ description: 'Those that contributed most to its beginning' }),
  })
  .meta({ id: 'Phase' });

/** `GET /relations/{dyad}/phases` */
export const readPhasesOperation = {
  summary: 'The thaws and chills of a dyad',
  description:
    'A thaw begins when the fast index F is at least 1.5 above the slow one S (see the score), a chill when it is at least 1.5 below; it is over, ' +
    'and another may begin, when they are less than 0.5 apart. None begins while S rests on a weight below 10. Listed are those under way in the ' +
    `range, sixty months unless \`from\` says otherwise, with their true beginnings. ${whatIsScored}`,
  request: readPhasesRequest,
  replies: {
    ...listOf('Phases in order', Phase, {
      dyad: z.string(),
      scale: ScaleName,
      indexDay: z.iso.date().meta({ description: 'The last day that was looked at' }),
    }),
    ...toCanonicalDyad,
  },
  problems: ['invalid-request', 'invalid-cursor', 'not-found', 'not-yet'],
} as const satisfies Operation;
