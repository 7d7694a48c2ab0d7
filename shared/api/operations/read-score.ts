import * as z from 'zod';
import { Month } from '#shared/api/protocol/list-parameters.ts';
import { readScoreRequest, ScaleName } from '#shared/api/requests/score-parameters.ts';
import type { Operation } from './operation.ts';
import { listOf, toCanonicalDyad } from './query-replies.ts';
import { Index, summaryFields, whatIsScored } from './scoring.ts';

const MonthlyScore = z
  .object({
    month: Month,
    ...summaryFields,
    index: Index.meta({ description: 'At the end of the month; of the last month, on `indexDay`' }),
    events: z.string().meta({
      description: 'The path of the timeline of the month; it also shows what was held and is not scored',
      examples: ['/relations/BGD-PAK/timeline?from=2025-01-01&to=2025-01-31&modality=held'],
    }),
  })
  .meta({ id: 'MonthlyScore' });

/** `GET /relations/{dyad}/score` */
export const readScoreOperation = {
  summary: 'The score of a dyad month by month, and its index',
  description: `Twelve months unless \`from\` says otherwise. ${whatIsScored}`,
  request: readScoreRequest,
  replies: {
    ...listOf('Months in order, those without events too', MonthlyScore, {
      dyad: z.string(),
      scale: ScaleName,
      indexDay: z.iso.date().meta({ description: 'The day of the last index: the last of the range, or today' }),
    }),
    ...toCanonicalDyad,
  },
  problems: ['invalid-request', 'invalid-cursor', 'not-found', 'not-yet'],
} as const satisfies Operation;
