import * as z from 'zod';
import { boolean, ignored, number, runs } from '#infra/local/cloud/template/run-time-type.ts';

export const queue = runs(
  'AWS::SQS::Queue',
  z.strictObject({
    QueueName: z.string().optional(),
    VisibilityTimeout: number.default(30),
    DelaySeconds: number.default(0),
    MessageRetentionPeriod: number.default(345_600),
    ReceiveMessageWaitTimeSeconds: number.default(0),
    RedrivePolicy: z.strictObject({ deadLetterTargetArn: z.string(), maxReceiveCount: number }).optional(),
    FifoQueue: boolean.default(false),
    ContentBasedDeduplication: boolean.default(false),
    DeduplicationScope: z.enum(['queue', 'messageGroup']).default('queue'),
    /** Has no effect: the machine is the limit. */
    FifoThroughputLimit: ignored,
    RedriveAllowPolicy: ignored,
    KmsMasterKeyId: ignored,
    KmsDataKeyReusePeriodSeconds: ignored,
    SqsManagedSseEnabled: ignored,
    MaximumMessageSize: ignored,
    Tags: ignored,
  }),
);
