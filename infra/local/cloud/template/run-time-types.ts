import { eventBus, eventRule } from '#infra/local/cloud/eventbridge/event-types.ts';
import {
  eventInvokeConfig,
  lambdaFunction,
  queueMapping,
  streamMapping,
} from '#infra/local/cloud/lambda/function-types.ts';
import { httpApi, httpAuthorizer, httpIntegration, httpRoute, httpStage } from '#infra/local/cloud/http/http-types.ts';
import { queue } from '#infra/local/cloud/sqs/queue-types.ts';
import type { RunTimeType } from './run-time-type.ts';
import { secret } from '#infra/local/cloud/secrets/secrets.ts';
import {
  routeResponse,
  socketApi,
  socketAuthorizer,
  socketIntegration,
  socketRoute,
  socketStage,
} from '#infra/local/cloud/sockets/socket-types.ts';
import { userPool, userPoolClient, userPoolResourceServer } from '#infra/local/cloud/cognito/sign-in-types.ts';
import { globalTable, table } from '#infra/local/cloud/dynamodb/table-types.ts';

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
  userPool,
  userPoolClient,
  userPoolResourceServer,
  eventBus,
  eventRule,
  queue,
  secret,
];
