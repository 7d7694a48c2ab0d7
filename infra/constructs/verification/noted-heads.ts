import { Grant } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket, ObjectLockRetention } from 'aws-cdk-lib/aws-s3';
import { CfnOutput, Duration, RemovalPolicy, Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Deployment } from '#infra/deployment.ts';
import type { ChanceryFunction } from '#infra/constructs/primitives/chancery-function.ts';

/**
 * The bucket in which the head of the feed is noted each hour: one of the stack, whose objects nobody can change or
 * delete for a while, or another account's.
 */
export class NotedHeads extends Construct {
  private readonly bucket: Bucket | IBucket | undefined;

  constructor(scope: Construct, id: string, { deployment }: { readonly deployment: Deployment }) {
    super(scope, id);
    const { notedHeads } = deployment.configuration;
    if (notedHeads === undefined) return;
    const bucket =
      'bucket' in notedHeads
        ? Bucket.fromBucketName(this, 'Bucket', notedHeads.bucket)
        : this.lockedBucket(Duration.days(notedHeads.retentionDays));
    this.bucket = bucket;
    new CfnOutput(scope, 'HeadsBucket', { value: bucket.bucketName });
  }

  /** Lets the function add objects; it can read none. */
  grantNote(fn: ChanceryFunction): void {
    fn.setEnvironment({ HEADS_BUCKET: this.bucket?.bucketName ?? '-' });
    if (this.bucket === undefined) return;
    Grant.addToPrincipal({
      grantee: fn,
      actions: ['s3:PutObject'],
      resourceArns: [this.bucket.arnForObjects('heads/*')],
    });
  }

  private lockedBucket(retention: Duration): Bucket {
    const bucket = new Bucket(this, 'Bucket', {
      // In compliance mode not even the account's root shortens the time.
      objectLockDefaultRetention: ObjectLockRetention.compliance(retention),
      versioned: true,
      encryption: BucketEncryption.S3_MANAGED,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      enforceSSL: true,
      // A bucket with locked objects cannot be deleted.
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });
    Validations.of(bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'It holds hashes, which are no secret, and its objects cannot be changed: who reads them matters to nobody.',
    });
    return bucket;
  }
}
