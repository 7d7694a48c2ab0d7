import { describedRoutes } from '#shared/api/openapi/openapi.ts';
import type { Operation } from '#shared/api/protocol/operation.ts';
import { keyOfRoute } from '#shared/api/routes.ts';

/** The description of every route, by its key. */
export const operations: Readonly<Record<string, Operation>> = Object.fromEntries(
  describedRoutes.map(({ route, operation }) => [keyOfRoute(route), operation]),
);
