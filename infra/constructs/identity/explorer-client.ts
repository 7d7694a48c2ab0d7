import { CfnManagedLoginBranding, OAuthScope, UserPoolClient, type UserPool } from 'aws-cdk-lib/aws-cognito';
import { Duration, Lazy } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { commandCallback, commandPorts } from '#shared/identity/command-callbacks.ts';
import type { Deployment } from '#infra/deployment.ts';

export interface ExplorerClientProps {
  readonly deployment: Deployment;
  readonly userPool: UserPool;
  readonly scopes: OAuthScope[];
}

/** The path of the explorer on the API's own origin: sign-in and sign-out lead back to it. */
const explorerPath = '/explore';

/**
 * The public client with which people sign in to the explorer, and with `chancery login`: authorization code with PKCE,
 * through managed login.
 */
export class ExplorerClient extends UserPoolClient {
  private readonly origins: string[];

  constructor(scope: Construct, id: string, { deployment, userPool, scopes }: ExplorerClientProps) {
    const origins: string[] = [];
    const { callbackUrls, logoutUrls } = deployment.configuration.explorer;
    const pages = () => origins.map((origin) => origin + explorerPath);
    super(scope, id, {
      userPool,
      userPoolClientName: 'explorer',
      generateSecret: false,
      preventUserExistenceErrors: true,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, ...scopes],
        callbackUrls: Lazy.list({ produce: () => [...pages(), ...callbackUrls, ...commandPorts.map(commandCallback)] }),
        logoutUrls: Lazy.list({ produce: () => [...pages(), ...logoutUrls] }),
      },
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(12),
    });
    this.origins = origins;
    // Managed login shows no page for a client without a branding.
    new CfnManagedLoginBranding(scope, `${id}-branding`, {
      userPoolId: userPool.userPoolId,
      clientId: this.userPoolClientId,
      useCognitoProvidedValues: true,
    });
  }

  /** Lets sign-in lead back to the explorer on this origin. */
  allowOrigin(origin: string): void {
    this.origins.push(origin);
  }
}
