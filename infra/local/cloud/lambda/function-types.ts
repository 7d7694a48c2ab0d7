import * as z from 'zod';
import { boolean, ignored, number, runs } from '#infra/local/cloud/template/run-time-type.ts';

export const lambdaFunction = runs(
  'AWS::Lambda::Function',
  z.strictObject({
    Code: z.strictObject({ S3Bucket: z.string(), S3Key: z.string() }),
    Handler: z.string(),
    Runtime: z.string().regex(/^nodejs/, 'only Node.js runtimes are run here'),
    FunctionName: z.string().optional(),
    Environment: z.strictObject({ Variables: z.record(z.string(), z.string()).optional() }).optional(),
    Timeout: number.default(3),
    MemorySize: number.default(128),
    ReservedConcurrentExecutions: number.optional(),
    DeadLetterConfig: z.strictObject({ TargetArn: z.string() }).optional(),
    Role: ignored,
    Architectures: ignored,
    Description: ignored,
    EphemeralStorage: ignored,
    KmsKeyArn: ignored,
    LoggingConfig: ignored,
    RecursiveLoop: ignored,
    RuntimeManagementConfig: ignored,
    Tags: ignored,
    TracingConfig: ignored,
  }),
);

const destination = z.strictObject({ Destination: z.string() });
export const eventInvokeConfig = runs(
  'AWS::Lambda::EventInvokeConfig',
  z.strictObject({
    FunctionName: z.string(),
    Qualifier: z.literal('$LATEST'),
    MaximumRetryAttempts: number.optional(),
    MaximumEventAgeInSeconds: number.optional(),
    DestinationConfig: z.strictObject({ OnFailure: destination.optional() }).optional(),
  }),
);

const filterCriteria = z.strictObject({ Filters: z.array(z.strictObject({ Pattern: z.string() })) }).optional();
const responseTypes = z.array(z.literal('ReportBatchItemFailures')).default([]);

export const streamMapping = runs(
  'AWS::Lambda::EventSourceMapping',
  z.strictObject({
    EventSourceArn: z.string(),
    FunctionName: z.string(),
    Enabled: boolean.default(true),
    BatchSize: number.default(100),
    StartingPosition: z.enum(['TRIM_HORIZON', 'LATEST']),
    MaximumBatchingWindowInSeconds: number.default(0),
    MaximumRetryAttempts: number.default(-1),
    MaximumRecordAgeInSeconds: number.default(-1),
    BisectBatchOnFunctionError: boolean.default(false),
    FunctionResponseTypes: responseTypes,
    FilterCriteria: filterCriteria,
    DestinationConfig: z.strictObject({ OnFailure: destination.optional() }).optional(),
    /** A shard is read by one reader here, which keeps every order that several would keep. */
    ParallelizationFactor: ignored,
    KmsKeyArn: ignored,
    MetricsConfig: ignored,
    Tags: ignored,
  }),
  ({ EventSourceArn: source }) => /:dynamodb:.*\/stream\//.test(String(source)),
);

export const queueMapping = runs(
  'AWS::Lambda::EventSourceMapping',
  z.strictObject({
    EventSourceArn: z.string(),
    FunctionName: z.string(),
    Enabled: boolean.default(true),
    BatchSize: number.pipe(z.number().min(1).max(10_000)).default(10),
    MaximumBatchingWindowInSeconds: number.default(0),
    FunctionResponseTypes: responseTypes,
    FilterCriteria: filterCriteria,
    ScalingConfig: z
      .strictObject({ MaximumConcurrency: number.pipe(z.number().min(2).max(1000)).optional() })
      .optional(),
    KmsKeyArn: ignored,
    MetricsConfig: ignored,
    Tags: ignored,
  }),
  ({ EventSourceArn: source }) => /:sqs:/.test(String(source)),
);
