import * as z from 'zod';
import { scoringOf } from '#shared/domain/scoring/scoring.ts';
import { computedPage } from '#shared/api/protocol/computed-page.ts';
import { forDyad } from '#shared/api/protocol/for-dyad.ts';
import { listReply } from '#shared/api/protocol/list-reply.ts';
import type { Operation } from '#shared/api/protocol/operation.ts';
import { listOf, toCanonicalDyad } from '#shared/api/protocol/query-responses.ts';
import { queryResource } from '#shared/read-models/query-resource.ts';
import { monthsAsked } from '#shared/read-models/scores/months-asked.ts';
import { scores } from '#shared/read-models/scores/projection.ts';
import { phaseColumns } from '#shared/read-models/scores/score-columns.ts';
import { PhaseEvent, whatIsScored } from '#shared/read-models/scores/score-fields.ts';
import { dyadScoreRequest, ScaleName } from '#shared/read-models/scores/score-parameters.ts';
import { shownPhase } from '#shared/read-models/scores/shown-scores.ts';
import { trees } from '#shared/read-models/scores/tree-rows.ts';
import { timeline } from '#shared/read-models/timeline/projection.ts';
import { phasesOf } from './query.ts';
import { eventRows } from '#shared/projections/engine/event-rows.ts';

/** The number of months where a query names no first one. */
const usualMonths = 60;

/** `GET /relations/{dyad}/phases` */
export const readPhases = queryResource(
  [scores, timeline, trees, eventRows],
  dyadScoreRequest,
  async ({ path, query, readModels, cursors, now, request }) => {
    const { cursor, limit, ...filters } = query;
    return forDyad(request, { dyad: path.dyad, rest: '/phases' }, async (dyad) => {
      const { scale, asOf } = query;
      const scoring = scoringOf(readModels.version(scores.name));
      const { firstDay, lastDay } = monthsAsked(query, { now: now(), usual: usualMonths });
      const phases = await phasesOf(readModels, { dyad, scale, asOf, scoring, from: firstDay, to: lastDay });
      const list = JSON.stringify(['phases', dyad, filters]);
      const page = computedPage(phases, { cursors, list, limit, cursor });
      const items = page.items.map(shownPhase);
      const more = { dyad, scale, indexDay: lastDay };
      return listReply(request, { ...page, items, more }, { file: `phases-${dyad}`, columns: phaseColumns });
    });
  },
);

export const readPhasesOperation = (): Operation => {
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
  return {
    summary: 'The thaws and chills of a dyad',
    description:
      'A thaw begins when the fast index F is at least 1.5 above the slow one S (see the score), a chill when it is at least 1.5 below; it is over, ' +
      'and another may begin, when they are less than 0.5 apart. None begins while S rests on a weight below 10. Listed are those under way in the ' +
      `range, sixty months unless \`from\` says otherwise, with their true beginnings. ${whatIsScored}`,
    request: dyadScoreRequest,
    responses: {
      ...listOf('Phases in order', Phase, {
        dyad: z.string(),
        scale: ScaleName,
        indexDay: z.iso.date().meta({ description: 'The last day that was looked at' }),
      }),
      ...toCanonicalDyad,
    },
    problems: ['invalid-request', 'invalid-cursor', 'not-found', 'projection-lagging'],
  };
};
