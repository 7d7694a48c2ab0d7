import * as z from 'zod';
import { ignored } from '#infra/local/cloud/template/run-time-type.ts';

/** Of a stage, whichever API it is one of. */
export const stageProperties = {
  ApiId: z.string(),
  StageVariables: z.record(z.string(), z.string()).optional(),
  AutoDeploy: ignored,
  Description: ignored,
  /** Throttling and logs protect and record a public endpoint; they are not enforced here. */
  AccessLogSettings: ignored,
  DefaultRouteSettings: ignored,
  RouteSettings: ignored,
  Tags: ignored,
};

/** Of an integration: each leads to a function. */
export const integrationProperties = {
  ApiId: z.string(),
  IntegrationType: z.literal('AWS_PROXY'),
  IntegrationUri: z.string(),
  IntegrationMethod: ignored,
  Description: ignored,
};
