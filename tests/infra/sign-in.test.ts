import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { localPeople } from '#infra/local/cloud/cognito/local-people.ts';
import { readConfiguration, stageConfigurations } from '#infra/stages/stage-configuration.ts';
import { commandCallback, commandPorts } from '#shared/identity/command-callbacks.ts';
import { deployed } from '#tests/support/deployed.ts';

const clientShape = z.object({
  ClientName: z.string(),
  GenerateSecret: z.boolean(),
  AllowedOAuthFlows: z.array(z.string()),
  AllowedOAuthScopes: z.array(z.unknown()),
  CallbackURLs: z.array(z.unknown()).optional(),
});
/** The names of the scopes in what joins them to the resource server's reference. */
const scopesIn = (scopes: readonly unknown[]) =>
  scopes.map((scope) => /"\/(\w+)"/.exec(JSON.stringify(scope))?.[1] ?? String(scope)).toSorted();

describe.each(['dev', 'prod'] as const)('sign-in to the stage %s', (stage) => {
  const { all } = deployed(stage);
  const configuration = stageConfigurations[stage]();
  const clients = all('AWS::Cognito::UserPoolClient', clientShape).map(({ properties }) => properties);

  it.each(configuration.clients)('has a client $name with just its scopes', ({ name, scopes }) => {
    const client = clients.find(({ ClientName }) => ClientName === name);
    expect(client).toMatchObject({ GenerateSecret: true, AllowedOAuthFlows: ['client_credentials'] });
    expect(scopesIn(client?.AllowedOAuthScopes ?? [])).toEqual(
      scopes.map((one) => String(one.split('/')[1])).toSorted(),
    );
  });

  it('has a public client for people, who come back to the API itself', () => {
    const [explorer] = clients.filter(({ ClientName }) => ClientName === 'explorer');
    expect(explorer).toMatchObject({ GenerateSecret: false, AllowedOAuthFlows: ['code'] });
    expect(JSON.stringify(explorer?.CallbackURLs?.[0])).toMatch(/HttpApiGateway\w+","ApiEndpoint"\]},"\/explore"/);
    expect(explorer?.CallbackURLs).toEqual(expect.arrayContaining(commandPorts.map(commandCallback)));
    expect(clients).toHaveLength(configuration.clients.length + 1);
  });

  it('requires a second factor, and lets groups decide what tokens allow', () => {
    const [pool] = all('AWS::Cognito::UserPool', z.looseObject({}));
    expect(pool?.properties).toMatchObject({
      MfaConfiguration: 'ON',
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      LambdaConfig: { PreTokenGenerationConfig: { LambdaVersion: 'V2_0' } },
    });
    const groups = all('AWS::Cognito::UserPoolGroup', z.object({ GroupName: z.string() }));
    expect(groups.map(({ properties }) => properties.GroupName)).toEqual(configuration.groups.map(({ name }) => name));
  });
});

describe('the configuration of a stage', () => {
  const { clients, groups, explorer } = stageConfigurations.dev();
  const client = { name: 'importer', organisation: 'chancery', scopes: ['read'] };
  const read = (changes: object) =>
    readConfiguration('dev.json', { clients: [client], groups: [], explorer, webhookHosts: 'any', ...changes });

  it.each([
    [{ clients: [] }, 'clients: '],
    [{ clients: [client, client] }, 'clients: expected each name once'],
    [{ clients: [{ ...client, scopes: ['rule'] }] }, 'clients.0.scopes.0: '],
    [{ clients: [{ ...client, name: 'Not a name' }] }, 'clients.0.name: expected 2 to 32'],
    [{ clients: [{ ...client, name: 'explorer' }] }, 'clients: expected another name than explorer'],
    [{ clients: Array.from({ length: 13 }, (_, n) => ({ ...client, name: `importer-${n}` })) }, 'clients: '],
    [{ explorer: { callbackUrls: ['http://elsewhere.example/'], logoutUrls: [] } }, 'explorer.callbackUrls.0: expected https'], // prettier-ignore
    [{ webhookHosts: ['https://example.org'] }, 'webhookHosts'],
    [{ secrets: [] }, 'secrets'],
  ])('is refused with the field: %j', (changes, message) => {
    expect(() => read(changes)).toThrow(message);
    expect(() => read(changes)).toThrow('infra/stages/dev.json cannot be used');
  });

  it('fits in the environment of a function at its largest', () => {
    const name = 'x'.repeat(32);
    const scopes = clients[0]?.scopes ?? [];
    const largest = Array.from({ length: 12 }, () => ({ id: 'x'.repeat(26), name, organisation: name, scopes }));
    expect(JSON.stringify(largest).length).toBeLessThan(4096 - 1000);
  });

  it('has the groups of the people who sign in locally', () => {
    const known = groups.map(({ name }) => name);
    expect(localPeople.flatMap((person) => person.groups).filter((name) => !known.includes(name))).toEqual([]);
  });
});
