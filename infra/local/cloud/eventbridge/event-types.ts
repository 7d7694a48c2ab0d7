import * as z from 'zod';
import { ignored, number, runs } from '#infra/local/cloud/template/run-time-type.ts';

export const eventBus = runs('AWS::Events::EventBus', z.looseObject({}));
export const eventRule = runs(
  'AWS::Events::Rule',
  z.strictObject({
    Name: z.string().optional(),
    EventBusName: z.string().default('default'),
    EventPattern: z.record(z.string(), z.unknown()).optional(),
    ScheduleExpression: z.string().optional(),
    State: z.string().default('ENABLED'),
    Targets: z
      .array(
        z.strictObject({
          Arn: z.string(),
          Id: z.string(),
          Input: z.string().optional(),
          InputPath: z.string().optional(),
          InputTransformer: z
            .strictObject({ InputTemplate: z.string(), InputPathsMap: z.record(z.string(), z.string()).default({}) })
            .optional(),
          RetryPolicy: z
            .strictObject({ MaximumRetryAttempts: number.optional(), MaximumEventAgeInSeconds: number.optional() })
            .optional(),
          DeadLetterConfig: z.strictObject({ Arn: z.string() }).optional(),
          SqsParameters: z.strictObject({ MessageGroupId: z.string() }).optional(),
          RoleArn: ignored,
        }),
      )
      .default([]),
    Description: ignored,
    RoleArn: ignored,
    Tags: ignored,
  }),
);
