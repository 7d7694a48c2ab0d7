import { httpAuthorizer } from '#infra/local/cloud/http/http-types.ts';
import type { JwtIssuerSettings } from './jwt-issuer.ts';
import { userPoolClient, userPoolResourceServer } from './sign-in-types.ts';
import type { ResolvedTemplate } from '#infra/local/cloud/template/template.ts';

const unitSeconds = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 } as const;

/** What the local issuer signs: in the name of the template's user pool, for its first machine client, with its scopes. */
export function issuerSettings(template: ResolvedTemplate): JwtIssuerSettings {
  const [authorizer] = template.resources(httpAuthorizer);
  const clients = template.resources(userPoolClient);
  const client = clients.find(({ properties }) => properties.AllowedOAuthFlows.includes('client_credentials'));
  const { JwtConfiguration } = authorizer?.properties ?? {};
  const defined = template
    .resources(userPoolResourceServer)
    .flatMap(({ properties: { Identifier, Scopes } }) => Scopes.map(({ ScopeName }) => `${Identifier}/${ScopeName}`));
  const validity = client?.properties.AccessTokenValidity ?? 1;
  const unit = client?.properties.TokenValidityUnits?.AccessToken ?? 'hours';
  return {
    issuer: JwtConfiguration?.Issuer ?? 'urn:local',
    clientId: client?.reference ?? JwtConfiguration?.Audience[0] ?? 'local',
    scopes: client?.properties.AllowedOAuthScopes ?? defined,
    lifetime: validity * unitSeconds[unit],
  };
}
