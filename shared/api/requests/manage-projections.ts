import * as z from 'zod';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';

const projection = {
  name: z.string().meta({ description: 'The name of a projection', examples: ['timeline'] }),
};

/** The id of a build: `<projection>@<version>`, from the second build on `<projection>@<version>.<build>`. */
const BuildId = z.string().meta({ description: 'The id of a build', examples: ['timeline@2.2'] });

/** `POST /projections/{name}/rebuild` */
export const rebuildProjectionRequest = {
  path: z.object(projection),
  query: z.strictObject({
    version: z.coerce
      .number('Expected a version, such as 2')
      .int()
      .min(1)
      .optional()
      .meta({ description: 'A version that the code has; absent: the newest' }),
  }),
} as const satisfies RequestContract;

/** `POST /projections/{name}/promote` */
export const promoteGenerationRequest = {
  path: z.object(projection),
  body: z.strictObject({
    build: BuildId.optional().meta({ description: 'Absent: the newest that was not promoted yet' }),
  }),
} as const satisfies RequestContract;

/** `DELETE /projections/{name}/builds/{build}` */
export const dropGenerationRequest = {
  path: z.object({ ...projection, build: BuildId }),
} as const satisfies RequestContract;
