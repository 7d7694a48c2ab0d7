import * as z from 'zod';
import { listGenerations } from '#shared/projections/generations/list-generations.ts';
import { drop, type GenerationPorts, promote, rebuild } from '#shared/projections/generations/manage-generations.ts';
import { json } from '#shared/api/protocol/http-request.ts';
import { TagHeader } from '#shared/api/protocol/list-parameters.ts';
import type { Operation } from '#shared/api/protocol/operation.ts';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { oneOf } from '#shared/api/protocol/query-responses.ts';
import { resource } from '#shared/api/protocol/resource.ts';
import { GenerationList } from './generation-list.ts';

const listProjectionsRequest = () => ({ headers: TagHeader }) as const satisfies RequestContract;

/** `GET /projections` */
export const listProjections = resource(listProjectionsRequest, async (ports: GenerationPorts) =>
  json(200, await listGenerations(ports)),
);

export const listProjectionsOperation = (): Operation => ({
  summary: 'The projections, their generations, and the progress of each',
  request: listProjectionsRequest(),
  responses: oneOf('All projections', GenerationList),
  problems: [],
});

const projection = {
  name: z.string().meta({ description: 'The name of a projection', examples: ['timeline'] }),
};

/**
 * The id of a generation: `<projection>@<version>`, from the second one of a version on
 * `<projection>@<version>.<build>`.
 */
const BuildId = z.string().meta({ description: 'The id of a generation', examples: ['timeline@2.2'] });

const rebuildProjectionRequest = () =>
  ({
    path: z.object(projection),
    query: z.strictObject({
      version: z.coerce
        .number('Expected a version, such as 2')
        .int()
        .min(1)
        .optional()
        .meta({ description: 'A version that the code has; absent: the newest' }),
    }),
  }) as const satisfies RequestContract;

/** `POST /projections/{name}/rebuild` */
export const rebuildProjection = resource(
  rebuildProjectionRequest,
  async (ports: GenerationPorts, { path: { name }, query: { version } }) =>
    json(202, { build: await rebuild(ports, name, version) }, { Location: '/projections' }),
);

export const rebuildProjectionOperation = (): Operation => ({
  summary: 'Rebuild a projection in the background',
  description: 'Begins within a minute. Repeated, it is the same generation until that one is promoted or dropped.',
  request: rebuildProjectionRequest(),
  responses: {
    202: { description: 'It will be built', content: { 'application/json': z.object({ build: BuildId }) } },
  },
  problems: ['invalid-request', 'not-found'],
});

export const promoteGenerationRequest = () =>
  ({
    path: z.object(projection),
    body: z.strictObject({
      build: BuildId.optional().meta({ description: 'Absent: the newest that was not promoted yet' }),
    }),
  }) as const satisfies RequestContract;

/** `POST /projections/{name}/promote` */
export const promoteGeneration = resource(
  promoteGenerationRequest,
  async (ports: GenerationPorts, { path: { name }, body: { build } }) => json(200, await promote(ports, name, build)),
);

export const promoteGenerationOperation = (): Operation => ({
  summary: 'Let a generation serve that has caught up',
  description:
    'Functions notice within two seconds. The generation that served before stays, up to date, until it is dropped.',
  request: promoteGenerationRequest(),
  responses: {
    200: {
      description: 'It serves',
      content: {
        'application/json': z.object({
          serving: BuildId,
          replaced: BuildId.meta({ description: 'The generation that served before' }),
        }),
      },
    },
  },
  problems: ['invalid-request', 'malformed-json', 'unsupported-media-type', 'not-found', 'build-refused'],
});

const dropGenerationRequest = () =>
  ({
    path: z.object({ ...projection, build: BuildId }),
  }) as const satisfies RequestContract;

/** `DELETE /projections/{name}/builds/{build}` */
export const dropGeneration = resource(
  dropGenerationRequest,
  async (ports: GenerationPorts, { path: { name, build } }) => {
    const remaining = await drop(ports, name, build);
    return json(remaining ? 202 : 200, { build, remaining });
  },
);

export const dropGenerationOperation = (): Operation => {
  const Dropped = z.object({
    build: BuildId,
    remaining: z.boolean().meta({ description: 'Whether rows of it are still to be removed' }),
  });
  return {
    summary: 'Remove the rows of a generation that does not serve',
    request: dropGenerationRequest(),
    responses: {
      202: { description: 'Its rows are being removed', content: { 'application/json': Dropped } },
      200: { description: 'It is gone', content: { 'application/json': Dropped } },
    },
    problems: ['invalid-request', 'not-found', 'build-refused'],
  };
};
