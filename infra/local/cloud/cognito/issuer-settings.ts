import type * as z from 'zod';
import { httpAuthorizer } from '#infra/local/cloud/http/http-types.ts';
import type { ResolvedTemplate } from '#infra/local/cloud/template/template.ts';
import { userPool, userPoolClient, userPoolResourceServer } from './sign-in-types.ts';

const unitSeconds = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 } as const;

/** A client of the user pool, as its template has it. */
export interface IssuerClient {
  readonly id: string;
  readonly scopes: readonly string[];
  readonly flows: readonly string[];
  /** Public clients have none. */
  readonly hasSecret: boolean;
  readonly callbackUrls: readonly string[];
  readonly logoutUrls: readonly string[];
  /** Seconds that an access token is valid. */
  readonly lifetime: number;
  readonly refreshLifetime: number;
}

/** The template's user pool, in whose name the local issuer signs. */
export interface IssuerSettings {
  readonly issuer: string;
  readonly poolId: string;
  /** In the order of the template; the first that signs in with client credentials comes first. */
  readonly clients: readonly [IssuerClient, ...IssuerClient[]];
  /** The function that changes people's tokens before they are signed. */
  readonly preTokenGeneration?: string | undefined;
}

/** Reads the user pool and its clients; a template without any gets a client named `local` with every scope. */
export function issuerSettings(template: ResolvedTemplate): IssuerSettings {
  const [authorizer] = template.resources(httpAuthorizer);
  const [pool] = template.resources(userPool);
  const { JwtConfiguration } = authorizer?.properties ?? {};
  const defined = template
    .resources(userPoolResourceServer)
    .flatMap(({ properties: { Identifier, Scopes } }) => Scopes.map(({ ScopeName }) => `${Identifier}/${ScopeName}`));
  const clients = template
    .resources(userPoolClient)
    .map(({ reference, properties }) => clientOf(reference, properties, defined))
    .toSorted((one, other) => Number(isMachine(other)) - Number(isMachine(one)));
  const [first = anyClient(JwtConfiguration?.Audience[0] ?? 'local', defined), ...others] = clients;
  return {
    issuer: JwtConfiguration?.Issuer ?? 'urn:local',
    poolId: pool?.reference ?? 'local',
    clients: [first, ...others],
    preTokenGeneration: pool?.properties.LambdaConfig?.PreTokenGenerationConfig?.LambdaArn,
  };
}

const isMachine = ({ flows }: IssuerClient): boolean => flows.includes('client_credentials');

function clientOf(
  id: string,
  properties: z.output<typeof userPoolClient.properties>,
  defined: readonly string[],
): IssuerClient {
  const { TokenValidityUnits: units, AccessTokenValidity: access = 1, RefreshTokenValidity: refresh = 30 } = properties;
  return {
    id,
    scopes: properties.AllowedOAuthScopes ?? defined,
    flows: properties.AllowedOAuthFlows,
    hasSecret: properties.GenerateSecret,
    callbackUrls: properties.CallbackURLs,
    logoutUrls: properties.LogoutURLs,
    lifetime: access * unitSeconds[units?.AccessToken ?? 'hours'],
    refreshLifetime: refresh * unitSeconds[units?.RefreshToken ?? 'days'],
  };
}

const anyClient = (id: string, scopes: readonly string[]): IssuerClient => ({
  id,
  scopes,
  flows: ['client_credentials'],
  hasSecret: true,
  callbackUrls: [],
  logoutUrls: [],
  lifetime: 3600,
  refreshLifetime: 3600,
});
