import {
  CfnUserPoolGroup,
  FeaturePlan,
  LambdaVersion,
  Mfa,
  UserPool,
  UserPoolOperation,
} from 'aws-cdk-lib/aws-cognito';
import { Stack, Validations } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import type { Deployment } from '#infra/deployment.ts';
import { ChanceryFunction } from '#infra/constructs/primitives/chancery-function.ts';

/**
 * The clients and people that may sign in. People are invited, not registered by themselves, and have a second factor;
 * their groups, which the stage's configuration names, decide what their tokens allow. Kept and protected where the
 * stage says so.
 */
export class ChanceryUserPool extends UserPool {
  constructor(scope: Construct, id: string, { deployment }: { readonly deployment: Deployment }) {
    super(scope, id, {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      passwordPolicy: {
        minLength: 16,
        requireLowercase: true,
        requireUppercase: true,
        requireDigits: true,
        requireSymbols: true,
      },
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { sms: false, otp: true },
      // The least plan whose triggers can change access tokens.
      featurePlan: FeaturePlan.ESSENTIALS,
      deletionProtection: deployment.deletionProtection,
      removalPolicy: deployment.removalPolicy,
    });
    Validations.of(this).acknowledge({
      id: 'AwsSolutions-COG8',
      reason: 'The Plus plan watches sign-ins for leaked passwords: a second factor is required of everybody instead.',
    });
    const { groups } = deployment.configuration;
    for (const { name, organisation } of groups)
      new CfnUserPoolGroup(this, `Group-${name}`, {
        userPoolId: this.userPoolId,
        groupName: name,
        description: `Of the organisation ${organisation}`,
      });
    const grantScopes = new ChanceryFunction(this, 'grant-scopes', { deployment });
    const byName = groups.map(({ name, organisation, scopes }) => [name, { organisation, scopes }] as const);
    grantScopes.setEnvironment({ GROUPS: Stack.of(this).toJsonString(Object.fromEntries(byName)) });
    this.addTrigger(UserPoolOperation.PRE_TOKEN_GENERATION_CONFIG, grantScopes, LambdaVersion.V2_0);
  }
}
