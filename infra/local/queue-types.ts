import * as z from 'zod';
import { ignored, number, runs } from './run-time-type.ts';

export const queue = runs(
  'AWS::SQS::Queue',
  z.strictObject({
    QueueName: z.string().optional(),
    VisibilityTimeout: number.default(30),
    DelaySeconds: number.default(0),
    MessageRetentionPeriod: number.default(345_600),
    ReceiveMessageWaitTimeSeconds: number.default(0),
    RedrivePolicy: z.strictObject({ deadLetterTargetArn: z.string(), maxReceiveCount: number }).optional(),
    RedriveAllowPolicy: ignored,
    KmsMasterKeyId: ignored,
    KmsDataKeyReusePeriodSeconds: ignored,
    SqsManagedSseEnabled: ignored,
    MaximumMessageSize: ignored,
    Tags: ignored,
  }),
);
