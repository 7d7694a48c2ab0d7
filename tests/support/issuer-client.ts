import type { IssuerClient } from '#infra/local/cloud/cognito/issuer-settings.ts';

/** A client of the local issuer: one that signs in with client credentials, unless told otherwise. */
export const issuerClient = (client: Partial<IssuerClient> & Pick<IssuerClient, 'id'>): IssuerClient => ({
  scopes: [],
  flows: ['client_credentials'],
  hasSecret: true,
  callbackUrls: [],
  logoutUrls: [],
  lifetime: 3600,
  refreshLifetime: 3600,
  ...client,
});
