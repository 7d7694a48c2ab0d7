/**
 * Types that have no work to do on one machine, each with the reason. Any other type that is not run is refused at
 * start.
 */
export const acceptedWithoutEffect: Readonly<Record<string, string>> = {
  'AWS::CDK::Metadata': 'statistics for the CDK team',
  'AWS::CloudWatch::Alarm': 'metrics stay in the function logs',
  'AWS::CloudWatch::Dashboard': 'metrics stay in the function logs',
  'AWS::Cognito::ManagedLoginBranding': 'the local issuer has a sign-in page of its own',
  'AWS::Cognito::UserPoolDomain': 'the local issuer listens on the port of the API',
  'AWS::Cognito::UserPoolGroup': 'the people of the local issuer name their groups themselves',
  'AWS::Events::Archive': 'there is no replay here; the feed itself can be read again',
  'AWS::Events::EventBusPolicy': 'permissions are not enforced',
  'AWS::IAM::ManagedPolicy': 'permissions are not enforced',
  'AWS::IAM::Policy': 'permissions are not enforced; tests assert them on the template',
  'AWS::IAM::Role': 'permissions are not enforced; tests assert them on the template',
  'AWS::KMS::Alias': 'data at rest is not encrypted here',
  'AWS::KMS::Key': 'data at rest is not encrypted here',
  'AWS::Lambda::Permission': 'permissions are not enforced',
  'AWS::Logs::LogGroup': 'logs are files in the data folder and are kept',
  'AWS::Logs::ResourcePolicy': 'permissions are not enforced',
  'AWS::SNS::Subscription': 'nobody is called at night',
  'AWS::SNS::Topic': 'nobody is called at night',
  'AWS::SNS::TopicPolicy': 'permissions are not enforced',
  'AWS::SQS::QueuePolicy': 'permissions are not enforced',
  'AWS::SSM::Parameter': 'read by operators only',
  'Custom::CloudwatchLogResourcePolicy': 'permissions are not enforced',
};
