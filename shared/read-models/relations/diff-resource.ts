import * as z from 'zod';
import { knowledges } from '#shared/domain/corrections/known-by-report.ts';
import { scoringOf } from '#shared/domain/scoring/scoring.ts';
import type { Columns } from '#shared/api/protocol/csv.ts';
import { Cursor } from '#shared/api/protocol/cursor-schema.ts';
import { forDyad } from '#shared/api/protocol/for-dyad.ts';
import {
  DyadPath,
  Instant,
  inOrder,
  PageLimit,
  ReadHeaders,
  readParameters,
} from '#shared/api/protocol/list-parameters.ts';
import { listReply } from '#shared/api/protocol/list-reply.ts';
import type { Operation } from '#shared/api/protocol/operation.ts';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { listOf, toCanonicalDyad } from '#shared/api/protocol/query-responses.ts';
import { eventRows } from '#shared/projections/engine/event-rows.ts';
import { changedEventColumns } from '#shared/read-models/changes/columns.ts';
import { Difference } from '#shared/read-models/changes/difference.ts';
import { mostEvents } from '#shared/read-models/phases/dyad-facts.ts';
import { queryResource } from '#shared/read-models/query-resource.ts';
import { scores } from '#shared/read-models/scores/projection.ts';
import { ScaleName } from '#shared/read-models/scores/score-parameters.ts';
import { Index } from '#shared/read-models/scores/score-fields.ts';
import { timeline } from '#shared/read-models/timeline/projection.ts';
import { TimelineEntry } from '#shared/read-models/timeline/timeline-entry.ts';
import { type EventDiff, diffKinds, diffPage } from './diff.ts';
import { knownTwice, statesOf } from './known-twice.ts';

const readDiffRequest = () =>
  ({
    path: DyadPath,
    headers: ReadHeaders,
    query: z
      .strictObject({
        from: Instant,
        to: Instant,
        knownBy: z.enum(knowledges).optional(),
        scale: ScaleName.default('goldstein').meta({ description: 'The scale of index and tone' }),
        ...readParameters,
        limit: PageLimit,
        cursor: Cursor.optional(),
      })
      .refine(inOrder, { path: ['to'], error: 'Expected an instant that is not before `from`' }),
  }) as const satisfies RequestContract;

/** `GET /relations/{dyad}/diff` */
export const readDiff = queryResource(
  [timeline, scores, eventRows],
  readDiffRequest,
  async ({ path, query: { limit, cursor, ...asked }, readModels, cursors, request }) =>
    forDyad(request, { dyad: path.dyad, rest: '/diff' }, async (dyad) => {
      const list = JSON.stringify(['diff', dyad, asked]);
      const after = cursor === undefined ? undefined : cursors.verify(list, cursor);
      const known = after === undefined ? await knownTwice(readModels, dyad, asked) : undefined;
      const scoring = scoringOf(readModels.version(scores.name));
      const states = known === undefined ? null : await statesOf(known, { ...asked, dyad, scoring });
      const { items, next } = await diffPage(known?.store ?? readModels, { ...asked, dyad, after, limit }, known);
      const page = { items, next: next === undefined ? null : cursors.sign(list, next) };
      const more = { dyad, states, isCut: known !== undefined && (known.before.isCut || known.after.isCut) };
      return listReply(request, { ...page, more }, { file: `diff-${dyad}`, columns });
    }),
  { instants: ['to', 'from'] },
);

const columns: Columns<EventDiff> = {
  kind: ({ kind }) => kind,
  ...changedEventColumns,
  summary: ({ event }) => event.summary,
};

const words = z.array(z.string());

export const readDiffOperation = (): Operation => {
  const State = z
    .object({
      on: z.iso.date(),
      index: Index,
      words: z
        .object({ cooperative: words, conflictual: words, tone: words })
        .meta({ description: 'As `GET /relations/{dyad}/phases` has them' }),
    })
    .meta({ id: 'RelationState' });
  return {
    summary: 'What changed in what is known of a relation between two instants',
    description:
      'Events that became known, were confirmed, denied, corrected or retracted, with what differs, newest first; `gone` are those corrected ' +
      'to be between others. What came and was retracted in between is left out. The first page has the relation at both times, in `states`.',
    request: readDiffRequest(),
    responses: {
      ...listOf(
        'Events of which something else is known',
        z
          .object({ kind: z.enum(diffKinds), event: TimelineEntry, differences: z.array(Difference) })
          .meta({ id: 'EventDiff' }),
        {
          dyad: z.string(),
          states: z.object({ before: State, after: State }).nullable(),
          isCut: z
            .boolean()
            .meta({ description: `Whether \`states\` leave out older events than the newest ${mostEvents}` }),
        },
      ),
      ...toCanonicalDyad,
    },
    problems: ['invalid-request', 'invalid-cursor', 'not-found', 'projection-lagging'],
  };
};
