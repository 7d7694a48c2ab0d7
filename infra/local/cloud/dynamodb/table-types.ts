import * as z from 'zod';
import { boolean, ignored, runs } from '#infra/local/cloud/template/run-time-type.ts';

const keySchema = z.array(z.strictObject({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));
const tableProperties = z.strictObject({
  TableName: z.string().optional(),
  AttributeDefinitions: z.array(z.strictObject({ AttributeName: z.string(), AttributeType: z.enum(['S', 'N', 'B']) })),
  KeySchema: keySchema,
  GlobalSecondaryIndexes: z
    .array(
      z.object({
        IndexName: z.string(),
        KeySchema: keySchema,
        Projection: z.strictObject({ ProjectionType: z.string(), NonKeyAttributes: z.array(z.string()).optional() }),
      }),
    )
    .optional(),
  LocalSecondaryIndexes: z.array(z.record(z.string(), z.unknown())).optional(),
  StreamSpecification: z.object({ StreamViewType: z.string() }).optional(),
  TimeToLiveSpecification: z.strictObject({ AttributeName: z.string().optional(), Enabled: boolean }).optional(),
  /** One replica, in the stack's own region: its settings protect data and have no effect here. */
  Replicas: z.array(z.unknown()).max(1, 'the local cloud has one region').optional(),
  BillingMode: ignored,
  SSESpecification: ignored,
  WriteProvisionedThroughputSettings: ignored,
  WriteOnDemandThroughputSettings: ignored,
  PointInTimeRecoverySpecification: ignored,
  DeletionProtectionEnabled: ignored,
  ContributorInsightsSpecification: ignored,
  ProvisionedThroughput: ignored,
  TableClass: ignored,
  WarmThroughput: ignored,
  Tags: ignored,
});
export const globalTable = runs('AWS::DynamoDB::GlobalTable', tableProperties);
export const table = runs('AWS::DynamoDB::Table', tableProperties);
