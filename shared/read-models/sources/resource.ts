import * as z from 'zod';
import { foldedName } from '#shared/domain/parties/folded-name.ts';
import type { Columns } from '#shared/api/protocol/csv.ts';
import { Cursor } from '#shared/api/protocol/cursor-schema.ts';
import {
  inOrder,
  Month,
  notInOrder,
  ReadHeaders,
  readParameters,
  ShortPageLimit,
} from '#shared/api/protocol/list-parameters.ts';
import { listReply } from '#shared/api/protocol/list-reply.ts';
import type { Operation } from '#shared/api/protocol/operation.ts';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { listOf } from '#shared/api/protocol/query-responses.ts';
import { signedPage } from '#shared/api/protocol/signed-page.ts';
import { queryResource } from '#shared/read-models/query-resource.ts';
import { sources } from './projection.ts';
import { readSources as readPage, type Source } from './query.ts';

const readSourcesRequest = () =>
  ({
    headers: ReadHeaders,
    query: z
      .strictObject({
        publisher: z
          .string()
          .max(120)
          .optional()
          .meta({ description: 'The beginning of its name, without regard to case and accents', examples: ['daily'] }),
        from: Month.optional(),
        to: Month.optional(),
        ...readParameters,
        limit: ShortPageLimit,
        cursor: Cursor.optional(),
      })
      .refine(inOrder, notInOrder('month')),
  }) as const satisfies RequestContract;

/** `GET /sources` */
export const readSources = queryResource(
  [sources],
  readSourcesRequest,
  async ({ query, readModels, cursors, request }) => {
    const { publisher = '', limit, cursor, from, to } = query;
    const prefix = foldedName(publisher);
    const list = JSON.stringify(['sources', prefix, from, to]);
    const page = await signedPage({ list, cursors, cursor }, async (after) =>
      readPage(readModels, { prefix, from, to, limit, after }),
    );
    return listReply(request, page, { file: 'sources', columns });
  },
);

const columns: Columns<Source> = {
  publisher: ({ publisher }) => publisher,
  events: ({ events }) => events,
  reports: ({ reports }) => reports,
  borrowed: ({ borrowed }) => borrowed,
  shared: ({ shared }) => shared,
  corroborated: ({ corroborated }) => corroborated,
  confirmed: ({ confirmed }) => confirmed,
  denied: ({ denied }) => denied,
  retracted: ({ retracted }) => retracted,
  firstMonth: ({ firstMonth }) => firstMonth,
  lastMonth: ({ lastMonth }) => lastMonth,
};

const count = (description: string) => z.int().min(0).meta({ description });

export const readSourcesOperation = (): Operation => ({
  summary: 'Who reports, how independently, and how often it is confirmed or denied',
  description:
    'An event counts once for each publisher, in the month of its first possible day; ' +
    'one that was merged, or retracted as a duplicate or out of scope, does not count.',
  request: readSourcesRequest(),
  responses: listOf(
    'Publishers in the order of their names; those without an event in the range are left out',
    z
      .object({
        publisher: z.string().meta({ examples: ['The Daily Star'] }),
        events: count('How many it reports'),
        reports: count('Of them'),
        borrowed: count('All its reports of the event name another origin'),
        shared: count('Another publisher reports the same origin'),
        corroborated: count('Independent sources report the event'),
        confirmed: count('Confirmations of its events'),
        denied: count('A party denies the event'),
        retracted: count('Retracted as false'),
        firstMonth: Month.nullable(),
        lastMonth: Month.nullable(),
      })
      .meta({ id: 'Source' }),
  ),
  problems: ['invalid-request', 'invalid-cursor', 'projection-lagging'],
});
