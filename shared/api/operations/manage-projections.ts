import * as z from 'zod';
import {
  dropGenerationRequest,
  promoteGenerationRequest,
  rebuildProjectionRequest,
} from '#shared/api/requests/manage-projections.ts';
import { TagHeader } from '#shared/api/protocol/list-parameters.ts';
import type { Operation } from './operation.ts';
import { notModified, taggedHeader } from './recorded-event.ts';

const id = z.string().meta({ examples: ['timeline@2.2'] });

const GenerationStatus = z
  .object({
    id,
    version: z.int(),
    state: z.enum(['serving', 'arrived', 'building', 'retired', 'dropping']).meta({
      description:
        'Answers queries; could; is on its way; is of a version that the code does not have any more; is being removed',
    }),
    position: z.int().meta({ description: 'The last global position it has' }),
    lag: z.int().meta({ description: 'Positions behind the end of the feed' }),
  })
  .meta({ id: 'BuildStanding' });

/** `GET /projections` */
export const listProjectionsOperation = {
  summary: 'The projections, their builds, and how far each is',
  request: { headers: TagHeader },
  replies: {
    200: {
      description: 'All projections',
      headers: taggedHeader,
      content: {
        'application/json': z.object({
          head: z.int().meta({ description: 'The last global position' }),
          projections: z.array(z.object({ name: z.string(), serving: id, builds: z.array(GenerationStatus) })),
        }),
      },
    },
    304: notModified,
  },
  problems: [],
} as const satisfies Operation;

/** `POST /projections/{name}/rebuild` */
export const rebuildProjectionOperation = {
  summary: 'Build a projection anew, beside what serves',
  description: 'Begins within a minute. Repeated, it is the same build until that one is promoted or dropped.',
  request: rebuildProjectionRequest,
  replies: {
    202: { description: 'It will be built', content: { 'application/json': z.object({ build: id }) } },
  },
  problems: ['invalid-request', 'not-found'],
} as const satisfies Operation;

/** `POST /projections/{name}/promote` */
export const promoteGenerationOperation = {
  summary: 'Let a build that has arrived serve',
  description:
    'One conditional write; functions notice within two seconds. What served before stays, up to date, until it is dropped.',
  request: promoteGenerationRequest,
  replies: {
    200: {
      description: 'It serves',
      content: {
        'application/json': z.object({ serving: id, replaced: id.meta({ description: 'What served before' }) }),
      },
    },
  },
  problems: ['invalid-request', 'malformed-json', 'unsupported-media-type', 'not-found', 'build-refused'],
} as const satisfies Operation;

const Dropped = z.object({
  build: id,
  remaining: z.boolean().meta({ description: 'Whether rows of it are still to be removed' }),
});

/** `DELETE /projections/{name}/builds/{build}` */
export const dropGenerationOperation = {
  summary: 'Remove the rows of a build that does not serve',
  request: dropGenerationRequest,
  replies: {
    202: { description: 'Its rows are being removed', content: { 'application/json': Dropped } },
    200: { description: 'It is gone', content: { 'application/json': Dropped } },
  },
  problems: ['invalid-request', 'not-found', 'build-refused'],
} as const satisfies Operation;
