import { Aws, Duration, Stack } from 'aws-cdk-lib/core';
import {
  ManagedLoginVersion,
  OAuthScope,
  ResourceServerScope,
  type UserPool,
  type UserPoolClient,
  type UserPoolDomain,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { resourceServer, type Scope, scopes } from '#shared/identity/scopes.ts';
import type { Deployment } from '#infra/deployment.ts';
import type { ChanceryFunction } from '#infra/constructs/primitives/chancery-function.ts';
import { ExplorerClient } from './explorer-client.ts';
import { ChanceryUserPool } from './user-pool.ts';

/** Access tokens: for each configured program a client with its scopes alone, and for people the explorer's client. */
export class SignIn extends Construct {
  readonly userPool: UserPool;
  readonly explorer: ExplorerClient;
  /** The programs' clients, by name. */
  readonly programs: ReadonlyMap<string, UserPoolClient>;
  private readonly domain: UserPoolDomain;
  private readonly deployment: Deployment;

  constructor(scope: Construct, id: string, { deployment }: { readonly deployment: Deployment }) {
    super(scope, id);
    this.deployment = deployment;
    this.userPool = new ChanceryUserPool(this, 'UserPool', { deployment });
    const named = Object.entries(scopes).map(([name, scopeDescription]) => {
      const scopeName = name.slice(resourceServer.length + 1);
      return [name, new ResourceServerScope({ scopeName, scopeDescription })] as const;
    });
    const server = this.userPool.addResourceServer('ResourceServer', {
      identifier: resourceServer,
      scopes: named.map(([, one]) => one),
    });
    const oAuthScopes = (names: readonly Scope[]) =>
      named.filter(([name]) => names.some((one) => one === name)).map(([, one]) => OAuthScope.resourceServer(server, one)); // prettier-ignore
    this.programs = new Map(
      deployment.configuration.clients.map((client) => [
        client.name,
        this.userPool.addClient(`Client-${client.name}`, {
          userPoolClientName: client.name,
          generateSecret: true,
          oAuth: { flows: { clientCredentials: true }, scopes: oAuthScopes(client.scopes) },
          accessTokenValidity: Duration.hours(1),
        }),
      ]),
    );
    this.explorer = new ExplorerClient(this, 'Explorer', {
      deployment,
      userPool: this.userPool,
      scopes: named.map(([, one]) => OAuthScope.resourceServer(server, one)),
    });
    // The prefix is unique in its region, for all accounts.
    this.domain = this.userPool.addDomain('Domain', {
      cognitoDomain: { domainPrefix: `chancery-${deployment.stage}-${Aws.ACCOUNT_ID}` },
      managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
    });
  }

  /** Every client whose tokens are accepted. */
  get clients(): UserPoolClient[] {
    return [...this.programs.values(), this.explorer];
  }

  /**
   * Sets the clients that the function knows: each one's id, name and scopes, and its organisation unless people bring
   * theirs.
   */
  grantKnowClients(fn: ChanceryFunction): void {
    const programs = this.deployment.configuration.clients.map(({ name, organisation, scopes: allowed }) => ({
      id: this.programs.get(name)?.userPoolClientId,
      name,
      organisation,
      scopes: allowed,
    }));
    const explorer = { id: this.explorer.userPoolClientId, name: 'explorer', scopes: Object.keys(scopes) };
    fn.setEnvironment({ CLIENTS: Stack.of(this).toJsonString([...programs, explorer]) });
  }

  /** Sets whose tokens a function accepts, and where the keys are that verify them. */
  grantVerify(fn: ChanceryFunction): void {
    const issuer = this.userPool.userPoolProviderUrl;
    fn.setEnvironment({ TOKEN_ISSUER: issuer, TOKEN_KEYS_URL: `${issuer}/.well-known/jwks.json` });
    this.grantKnowClients(fn);
  }

  /** Sets how the explorer's page signs people in. */
  grantSignIn(fn: ChanceryFunction): void {
    fn.setEnvironment({
      SIGN_IN_URL: this.url,
      EXPLORER_CLIENT: this.explorer.userPoolClientId,
      TOKEN_ISSUER: this.userPool.userPoolProviderUrl,
    });
  }

  /**
   * Where people sign in and clients fetch their tokens: `/oauth2/authorize`, `/oauth2/token` and `/logout` below it.
   */
  get url(): string {
    return this.domain.baseUrl();
  }

  /** Where clients fetch their tokens. */
  get tokenUrl(): string {
    return `${this.url}/oauth2/token`;
  }
}
