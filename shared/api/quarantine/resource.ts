import * as z from 'zod';
import type { Cursors } from '#shared/cursor.ts';
import type { QuarantinedItem } from '#shared/feed/consumers/quarantine.ts';
import {
  type QuarantinePorts,
  releaseQuarantined as release,
} from '#shared/projections/generations/release-quarantined.ts';
import { Cursor } from '#shared/api/protocol/cursor-schema.ts';
import { json } from '#shared/api/protocol/http-request.ts';
import { TagHeader, wholeNumber } from '#shared/api/protocol/list-parameters.ts';
import type { Columns } from '#shared/api/protocol/csv.ts';
import { listReply } from '#shared/api/protocol/list-reply.ts';
import type { Operation } from '#shared/api/protocol/operation.ts';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { notFound } from '#shared/api/protocol/problem.ts';
import { listOf } from '#shared/api/protocol/query-responses.ts';
import { resource } from '#shared/api/protocol/resource.ts';
import { signedPage } from '#shared/api/protocol/signed-page.ts';

export interface QuarantineListPorts extends QuarantinePorts {
  readonly cursors: Cursors;
}

const listQuarantinedRequest = () =>
  ({
    headers: TagHeader,
    query: z.strictObject({
      limit: wholeNumber(1, 1000).default(100).meta({ description: 'Items in a page' }),
      cursor: Cursor.optional(),
    }),
  }) as const satisfies RequestContract;

const columns: Columns<QuarantinedItem> = {
  consumer: ({ consumer }) => consumer,
  item: ({ item }) => item,
  reason: ({ reason }) => reason,
  quarantinedAt: ({ quarantinedAt }) => quarantinedAt,
};

/** `GET /quarantine` */
export const listQuarantined = resource(
  listQuarantinedRequest,
  async ({ quarantine, cursors }: QuarantineListPorts, { query: { limit, cursor } }, request) => {
    const page = await signedPage({ list: 'quarantine', cursors, cursor }, async (after) =>
      quarantine.list({ limit, ...(after !== undefined && { after }) }),
    );
    return listReply(request, page, { file: 'quarantine', columns });
  },
);

export const listQuarantinedOperation = (): Operation => {
  const Quarantined = z
    .object({
      consumer: z.string().meta({
        description: 'The consumer that cannot handle it: a generation of a projection, `publish`, `sequence` …',
        examples: ['publish'],
      }),
      item: z.string().meta({
        description: 'The position of an event, or `stream#version` of a commit that the sequencer refuses',
        examples: ['42'],
      }),
      reason: z.string().meta({ description: 'The error, at most 1 000 characters' }),
      quarantinedAt: z.iso.datetime(),
    })
    .meta({ id: 'Quarantined' });
  return {
    summary: 'The events and commits that consumers have set aside',
    description: 'An event that fails three times alone is set aside for its consumer; everything else goes on.',
    request: listQuarantinedRequest(),
    responses: listOf('A page of what is set aside', Quarantined),
    problems: ['invalid-request', 'invalid-cursor'],
  };
};

const releaseQuarantinedRequest = () =>
  ({
    path: z.object({
      consumer: z
        .string()
        .max(100)
        .meta({ examples: ['publish'] }),
      item: z
        .string()
        .max(300)
        .meta({ description: 'URL-encoded', examples: ['42'] }),
    }),
  }) as const satisfies RequestContract;

/** `POST /quarantine/{consumer}/{item}/release` */
export const releaseQuarantined = resource(
  releaseQuarantinedRequest,
  async (ports: QuarantineListPorts, { path: { consumer, item } }) => {
    if (!(await release(ports, consumer, item))) throw notFound(`${consumer} has not set ${item} aside`);
    return json(200, { consumer, item });
  },
);

export const releaseQuarantinedOperation = (): Operation => ({
  summary: 'Let a consumer handle again what it has set aside',
  description:
    'After the mend: begins within a minute. 404: not set aside. 409: set aside by a projection, whose ' +
    'rows have moved on: rebuild it, and release what its dropped generation had set aside.',
  request: releaseQuarantinedRequest(),
  responses: {
    200: {
      description: 'It is handled again',
      content: { 'application/json': z.object({ consumer: z.string(), item: z.string() }) },
    },
  },
  problems: ['invalid-request', 'not-found', 'build-refused'],
});
