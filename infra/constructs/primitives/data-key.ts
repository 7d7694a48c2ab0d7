import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { ArnFormat, Aws, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { Deployment } from '#infra/deployment.ts';

const use = ['kms:Decrypt', 'kms:GenerateDataKey*'];

/**
 * The key of the customer that encrypts all data at rest, where the stage wants one: tables, queues, secrets, logs and
 * the bus archive.
 */
export class DataKey extends Key {
  /** Returns the key of a construct's stack; `undefined`: AWS's own keys encrypt. */
  static of(scope: Construct): DataKey | undefined {
    const existing = Stack.of(scope).node.tryFindChild('DataKey');
    return existing instanceof DataKey ? existing : undefined;
  }

  /** Adds the key to a stack. It has to come before everything that it encrypts. */
  static addTo(stack: Stack, deployment: Deployment): void {
    new DataKey(stack, deployment);
  }

  private constructor(stack: Stack, deployment: Deployment) {
    super(stack, 'DataKey', {
      description: `Encrypts the data of Chancery, stage ${deployment.stage}`,
      enableKeyRotation: true,
      removalPolicy: deployment.removalPolicy,
    });
    const own = { StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID } };
    this.allow('EventBridge', 'events.amazonaws.com', own);
    const logGroups = stack.formatArn({
      service: 'logs',
      resource: 'log-group',
      resourceName: '*',
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    this.allow('Logs', `logs.${Aws.REGION}.amazonaws.com`, {
      ArnLike: { 'kms:EncryptionContext:aws:logs:arn': logGroups },
    });
  }

  /** Lets the function use the key only through the services that store its data. */
  grantUse(fn: IFunction): void {
    const services = ['dynamodb', 'secretsmanager', 'sqs'].map((name) => `${name}.${Aws.REGION}.amazonaws.com`);
    const conditions = { StringEquals: { 'kms:ViaService': services } };
    fn.addToRolePolicy(new PolicyStatement({ actions: use, resources: [this.keyArn], conditions }));
  }

  private allow(
    sid: string,
    service: string,
    conditions: Readonly<Record<string, Readonly<Record<string, string>>>>,
  ): void {
    this.addToResourcePolicy(
      new PolicyStatement({
        sid,
        principals: [new ServicePrincipal(service)],
        actions: [...use, 'kms:Encrypt', 'kms:ReEncrypt*', 'kms:DescribeKey'],
        resources: ['*'],
        conditions,
      }),
    );
  }
}

/** Returns the property of log groups and secrets that names the key of the stack; empty without one. */
export function encryptedData(scope: Construct): { readonly encryptionKey?: Key } {
  const encryptionKey = DataKey.of(scope);
  return encryptionKey === undefined ? {} : { encryptionKey };
}
