import { Refusal } from '#infra/local/refusal.ts';

export interface Place {
  readonly accountId: string;
  readonly region: string;
  readonly stackName: string;
}

/** Addresses of the local cloud, each an `http://127.0.0.1:PORT`. */
export interface Addresses {
  /** Of the public APIs. */
  readonly gateway: string;
  /** Of the services that functions call instead of AWS's own. */
  readonly services: string;
}

/** A resource as its template declares it. */
export interface Declared {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>> | undefined;
}

export interface PhysicalResource {
  readonly name: string;
  readonly arn: string;
  /** What `Ref` gives. */
  readonly reference: string;
  /** What `Fn::GetAtt` gives, by attribute. */
  readonly attributes: Readonly<Record<string, string>>;
}

/**
 * The property by which a template names a resource itself; without it CloudFormation, and so we, make a name of stack
 * and logical id.
 */
const nameProperties: Readonly<Record<string, string>> = {
  'AWS::DynamoDB::GlobalTable': 'TableName',
  'AWS::DynamoDB::Table': 'TableName',
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::IAM::Role': 'RoleName',
  'AWS::Events::EventBus': 'Name',
  'AWS::Events::Rule': 'Name',
  'AWS::Events::Archive': 'ArchiveName',
  'AWS::SecretsManager::Secret': 'Name',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::CloudWatch::Alarm': 'AlarmName',
  'AWS::SSM::Parameter': 'Name',
  'AWS::ApiGatewayV2::Stage': 'StageName',
  'AWS::Cognito::UserPoolResourceServer': 'Identifier',
  'AWS::Cognito::UserPoolDomain': 'Domain',
  'AWS::Cognito::UserPoolClient': 'ClientName',
};

/** Property that holds a resource's own name, if its type has one. */
export const nameProperty = (type: string): string | undefined => nameProperties[type];

/** The name, ARN and attributes that a resource would have after deployment. */
export function physicalResource(
  { Type: type, Properties: declared }: Declared,
  logicalId: string,
  given: string | undefined,
  place: Place,
  addresses: Addresses,
) {
  const { accountId, region, stackName } = place;
  const name = given ?? `${stackName}-${logicalId}`;
  const arn = (service: string, rest: string) => `arn:aws:${service}:${region}:${accountId}:${rest}`;
  const made = (reference: string, ownArn: string, attributes: Record<string, string> = {}): PhysicalResource => ({
    name,
    arn: ownArn,
    reference,
    attributes: { Arn: ownArn, ...attributes },
  });

  switch (type) {
    case 'AWS::DynamoDB::GlobalTable':
    case 'AWS::DynamoDB::Table': {
      const tableArn = arn('dynamodb', `table/${name}`);
      return made(name, tableArn, { StreamArn: `${tableArn}/stream/local`, TableId: name });
    }
    case 'AWS::Lambda::Function':
      return made(name, arn('lambda', `function:${name}`));
    case 'AWS::SQS::Queue': {
      const queueName = given === undefined && declared?.['FifoQueue'] === true ? `${name}.fifo` : name;
      const queueUrl = `${addresses.services}/${accountId}/${queueName}`;
      const attributes = { QueueName: queueName, QueueUrl: queueUrl };
      return { ...made(queueUrl, arn('sqs', queueName), attributes), name: queueName };
    }
    case 'AWS::SNS::Topic': {
      const topicArn = arn('sns', name);
      return made(topicArn, topicArn, { TopicArn: topicArn, TopicName: name });
    }
    case 'AWS::IAM::Role':
      return made(name, `arn:aws:iam::${accountId}:role/${name}`, { RoleId: name });
    case 'AWS::Events::EventBus':
      return made(name, arn('events', `event-bus/${name}`), { Name: name });
    case 'AWS::Events::Rule':
      return made(name, arn('events', `rule/${name}`));
    case 'AWS::Events::Archive':
      return made(name, arn('events', `archive/${name}`), { ArchiveName: name });
    case 'AWS::SecretsManager::Secret': {
      const secretArn = arn('secretsmanager', `secret:${name}`);
      return made(secretArn, secretArn, { Id: secretArn });
    }
    case 'AWS::Logs::LogGroup':
      return made(name, arn('logs', `log-group:${name}:*`));
    case 'AWS::KMS::Key':
      return made(logicalId, arn('kms', `key/${logicalId}`), { KeyId: logicalId });
    case 'AWS::CloudWatch::Alarm':
      return made(name, arn('cloudwatch', `alarm:${name}`));
    case 'AWS::ApiGatewayV2::Api': {
      const isForSockets = declared?.['ProtocolType'] === 'WEBSOCKET';
      const endpoint = isForSockets ? webSocketAddress(addresses.gateway) : addresses.gateway;
      return made(logicalId, arn('apigateway', `/apis/${logicalId}`), { ApiId: logicalId, ApiEndpoint: endpoint });
    }
    case 'AWS::ApiGatewayV2::Stage':
      return made(name, arn('apigateway', `/stages/${logicalId}`));
    case 'AWS::ApiGatewayV2::Authorizer':
      return made(logicalId, logicalId, { AuthorizerId: logicalId });
    case 'AWS::Cognito::UserPool': {
      const poolId = `${region}_${logicalId}`;
      const provider = `cognito-idp.${region}.amazonaws.com/${poolId}`;
      return made(poolId, arn('cognito-idp', `userpool/${poolId}`), {
        UserPoolId: poolId,
        ProviderName: provider,
        ProviderURL: `https://${provider}`,
      });
    }
    case 'AWS::Cognito::UserPoolClient':
      return made(given ?? logicalId, logicalId, { ClientId: given ?? logicalId, Name: name });
    case 'AWS::SSM::Parameter':
      return made(name, arn('ssm', `parameter/${name}`));
    case 'AWS::Cognito::UserPoolResourceServer':
    case 'AWS::Cognito::UserPoolDomain':
      return made(name, name);
    case 'AWS::Lambda::EventSourceMapping':
      return made(logicalId, arn('lambda', `event-source-mapping:${logicalId}`), { Id: logicalId });
    default: // the rest of AWS is an open set; such a resource is known by its name alone
      return made(name, name);
  }
}

/** The same place, for sockets. */
export const webSocketAddress = (gateway: string): string => gateway.replace(/^http/, 'ws');

/** An attribute of a resource; refuses one that is not known rather than guess. */
export function attributeOf(resource: PhysicalResource, logicalId: string, attribute: string): string {
  const value = resource.attributes[attribute];
  if (value === undefined)
    throw new Refusal(`${logicalId}: the attribute ${attribute} is not known to the local cloud`);
  return value;
}
