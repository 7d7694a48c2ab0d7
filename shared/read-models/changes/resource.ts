import * as z from 'zod';
import { EventId } from '#shared/domain/events/event-id.ts';
import type { Cursors } from '#shared/cursor.ts';
import { PartyCode } from '#shared/domain/parties/parties.ts';
import { feedCursor, feedPosition } from '#shared/feed/feed-cursor.ts';
import { Cursor } from '#shared/api/protocol/cursor-schema.ts';
import { EventAsRead, RecorderAsRead } from '#shared/api/protocol/event-as-read.ts';
import { DyadParameter } from '#shared/api/protocol/dyad-parameter.ts';
import { PageLimit, ReadHeaders, readParameters } from '#shared/api/protocol/list-parameters.ts';
import { listReply } from '#shared/api/protocol/list-reply.ts';
import type { Operation } from '#shared/api/protocol/operation.ts';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { linkHeader, listAsText, notModified, pageOf, taggedHeader } from '#shared/api/protocol/query-responses.ts';
import { announcerName, readAnnounced } from './announced-phases.ts';
import { changeColumns, phaseColumns } from './columns.ts';
import { queryResource } from '#shared/read-models/query-resource.ts';
import { eventRows } from '#shared/projections/engine/event-rows.ts';
import { changes } from './change-log.ts';
import { phaseChangedSchema } from './phase-changed.ts';
import { Difference } from './difference.ts';
import { readChanges as readPage } from './query.ts';
import { changeKinds } from './recorded-change.ts';

const readChangesRequest = () =>
  ({
    headers: ReadHeaders,
    query: z
      .strictObject({
        after: Cursor.optional().meta({
          description: '`next` of an earlier response, here or from `GET /events`, or `cursor` of an append; absent: from the beginning; `now`: at the end', // prettier-ignore
        }),
        party: PartyCode.optional().meta({ description: 'Changes of events that name this party' }),
        dyad: DyadParameter.optional().meta({
          description: "Changes of events on this dyad's timeline, in either order",
        }),
        kinds: z.enum(['event', 'phase']).default('event').meta({
          description: '`event`: what was recorded and corrected; `phase`: changes of phase, announced once each',
        }),
        ...readParameters,
        limit: PageLimit,
      })
      .refine(({ party, dyad }) => party === undefined || dyad === undefined, {
        path: ['dyad'],
        error: 'Expected either `party` or `dyad`',
      }),
  }) as const satisfies RequestContract;

/** Returns the position after which a page begins. */
function positionAfter(cursors: Cursors, after: string | undefined, end: number): number {
  if (after === undefined) return 0;
  return after === 'now' ? end : feedPosition(cursors, after, { parameter: 'after' });
}

/** `GET /changes` */
export const readChanges = queryResource(
  [changes, eventRows],
  readChangesRequest,
  async ({ query: { after, limit, kinds, ...about }, readModels, cursors, request, checkpoints }) => {
    const ofPhases = async () => (await checkpoints.positions([announcerName])).get(announcerName) ?? 0;
    const upTo = kinds === 'phase' ? await ofPhases() : readModels.upTo;
    const position = positionAfter(cursors, after, upTo);
    if (kinds === 'phase') {
      const page = await readAnnounced(readModels, { ...about, after: position, upTo, limit });
      const shown = { items: page.items, next: feedCursor(cursors, page.next) };
      return listReply(request, shown, { file: 'phase-changes', columns: phaseColumns, parameter: 'after' });
    }
    const page = await readPage(readModels, { ...about, after: position, limit });
    const { items } = page;
    const next = feedCursor(cursors, page.next);
    return listReply(request, { items, next }, { file: 'changes', columns: changeColumns, parameter: 'after' });
  },
);

export const readChangesOperation = (): Operation => {
  const RecordedChange = z
    .object({
      position: z.int().meta({ description: 'Place in the global order' }),
      kind: z.enum(changeKinds),
      recordedAt: z.iso.datetime(),
      recordedBy: RecorderAsRead,
      record: EventId.meta({ description: 'The record itself: the event, or the correction' }),
      summary: z.string().optional().meta({ description: 'Why, in the words of the correction' }),
      event: EventAsRead,
      differences: z
        .array(Difference)
        .meta({ description: 'What a correction changed; empty where it was first recorded' }),
    })
    .meta({ id: 'RecordedChange' });
  return {
    summary: 'What has changed since a cursor',
    description:
      'What was recorded and corrected, or changes of phase, in the global order: of all, a party or a dyad. `next` is there also at the end: come back with it.',
    request: readChangesRequest(),
    responses: {
      200: {
        description: 'A page of changes, oldest first',
        content: { 'application/json': pageOf(z.union([RecordedChange, phaseChangedSchema()]), Cursor), ...listAsText },
        headers: linkHeader.extend(taggedHeader.shape),
      },
      304: notModified,
    },
    problems: ['invalid-request', 'invalid-cursor', 'projection-lagging'],
  };
};
