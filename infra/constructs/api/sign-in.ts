import { Aws, Duration } from 'aws-cdk-lib/core';
import { OAuthScope, ResourceServerScope } from 'aws-cdk-lib/aws-cognito';
import type { UserPool, UserPoolClient, UserPoolDomain } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { Deployment } from '#infra/deployment.ts';
import { MachinePool } from './machine-pool.ts';
import type { ChanceryFunction } from '#infra/constructs/primitives/chancery-function.ts';

const scopes = {
  append: 'Record diplomatic events',
  read: 'Read events, the feed and the read models',
  subscribe: 'Have events delivered by webhook',
  operate: 'See, rebuild, promote and drop generations of the read models',
};

/** Access tokens for machines: an OAuth client that signs in with client credentials and may be given these scopes, such as `chancery/append`. */
export class SignIn extends Construct {
  readonly userPool: UserPool;
  readonly client: UserPoolClient;
  readonly domain: UserPoolDomain;

  constructor(scope: Construct, id: string, { deployment }: { readonly deployment: Deployment }) {
    super(scope, id);
    this.userPool = new MachinePool(this, 'UserPool', { deployment });
    const resourceScopes = Object.entries(scopes).map(
      ([scopeName, scopeDescription]) => new ResourceServerScope({ scopeName, scopeDescription }),
    );
    const server = this.userPool.addResourceServer('ResourceServer', {
      identifier: 'chancery',
      scopes: resourceScopes,
    });
    this.client = this.userPool.addClient('Client', {
      generateSecret: true,
      oAuth: {
        flows: { clientCredentials: true },
        scopes: resourceScopes.map((resourceScope) => OAuthScope.resourceServer(server, resourceScope)),
      },
      accessTokenValidity: Duration.hours(1),
    });
    // The prefix is unique in its region, for all accounts.
    this.domain = this.userPool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: `chancery-${deployment.stage}-${Aws.ACCOUNT_ID}` },
    });
  }

  /** Sets whose tokens a function accepts, and where the keys are that verify them. */
  grantVerify(fn: ChanceryFunction): void {
    const issuer = this.userPool.userPoolProviderUrl;
    fn.setEnvironment({
      TOKEN_ISSUER: issuer,
      TOKEN_KEYS_URL: `${issuer}/.well-known/jwks.json`,
      TOKEN_CLIENT: this.client.userPoolClientId,
    });
  }

  /** Where clients fetch their tokens. */
  get tokenUrl(): string {
    return `${this.domain.baseUrl()}/oauth2/token`;
  }
}
