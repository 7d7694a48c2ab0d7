import * as z from 'zod';
import type { RequestContract } from '#shared/api/protocol/parse-request.ts';
import { dossierPath } from './dossier-path.ts';
import {
  asOfParameters,
  Cursor,
  ReadHeaders,
  readParameters,
  wholeNumber,
} from '#shared/api/protocol/list-parameters.ts';

/** How many items a page has, of a list in which each item costs queries of its own. */
export const ShortPageLimit = wholeNumber(1, 100)
  .default(50)
  .meta({ description: 'Names in a page; those that have nothing to show are left out of it' });

const path = z.object({ party: dossierPath.party });

/** `GET /parties/{party}` */
export const readPartyRequest = {
  path,
  headers: ReadHeaders,
  query: z.strictObject({
    ...asOfParameters,
    ...readParameters,
    partners: wholeNumber(0, 300)
      .default(20)
      .meta({ description: 'How many partners are shown, the most frequent first' }),
  }),
} as const satisfies RequestContract;

/** `GET /parties/{party}/offices` */
export const listOfficesRequest = {
  path,
  headers: ReadHeaders,
  query: z.strictObject({ ...asOfParameters, ...readParameters, limit: ShortPageLimit, cursor: Cursor.optional() }),
} as const satisfies RequestContract;
