import { eventBus, eventRule } from './event-types.ts';
import { eventInvokeConfig, lambdaFunction, queueMapping, streamMapping } from './function-types.ts';
import { httpApi, httpAuthorizer, httpIntegration, httpRoute, httpStage } from './http-types.ts';
import { queue } from './queue-types.ts';
import type { RunTimeType } from './run-time-type.ts';
import { secret } from './secret-type.ts';
import {
  routeResponse,
  socketApi,
  socketAuthorizer,
  socketIntegration,
  socketRoute,
  socketStage,
} from './socket-types.ts';
import { userPoolClient, userPoolResourceServer } from './sign-in-types.ts';
import { globalTable, table } from './table-types.ts';

/** Every type that the local cloud runs, with the properties it understands. */
export const runTimeTypes: readonly RunTimeType[] = [
  globalTable,
  table,
  lambdaFunction,
  eventInvokeConfig,
  streamMapping,
  queueMapping,
  httpApi,
  httpStage,
  httpIntegration,
  httpRoute,
  httpAuthorizer,
  socketApi,
  socketStage,
  socketIntegration,
  socketRoute,
  routeResponse,
  socketAuthorizer,
  userPoolClient,
  userPoolResourceServer,
  eventBus,
  eventRule,
  queue,
  secret,
];
