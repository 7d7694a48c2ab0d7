import { PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDataFolder } from '#infra/local/cloud/data-folder/data-folder.ts';
import { secretStore } from '#infra/local/cloud/secrets/secrets.ts';
import { type ServiceEndpoint, startServiceEndpoint } from '#infra/local/cloud/service-endpoint.ts';
import { signedCursors } from '#shared/cursor.ts';
import { keysIn } from '#shared/keys.ts';
import { keysLiveMs, awsSecretKeys } from '#shared/aws-secret-keys.ts';
import { sealingWith } from '#shared/subscriptions/webhooks/sealed-secrets.ts';

const arn = 'arn:aws:secretsmanager:local:000000000000:secret:keys';
const data = openDataFolder('memory');
let services: ServiceEndpoint;
let client: SecretsManagerClient;
let warnings: string[];
let time: number;
const now = () => time;

/** The keys as a function has them that starts now. */
const started = async (secret = arn) => {
  const keys = awsSecretKeys(client, secret, (message) => warnings.push(message), now);
  await keys.renew();
  return keys;
};
const rotateTo = async (value: string) =>
  client.send(new PutSecretValueCommand({ SecretId: arn, SecretString: value }));

beforeEach(async () => {
  [warnings, time] = [[], 0];
  const secrets = secretStore(data);
  secrets.define({ logicalId: 'Keys', arn, name: 'keys', properties: { SecretString: 'old' } });
  services = await startServiceEndpoint();
  services.serve({
    buses: { putEvents: () => ({ status: 200, reply: {} }), onPublished: () => () => undefined },
    queues: [],
    connections: new Map(),
    secrets,
  });
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  client = new SecretsManagerClient({ endpoint: services.url, region: 'local', credentials, maxAttempts: 1 });
});
afterEach(async () => services.stop());

describe('a key that is replaced while functions run', () => {
  it('is used once it was read again, five minutes later at most, and the old one still opens and verifies', async () => {
    const { keys, renew } = await started();
    const [sealing, cursors] = [sealingWith(keys), signedCursors(keys)];
    const [sealed, cursor] = [sealing.seal('one', 'whsec_x'), cursors.sign('feed', '7')];
    await rotateTo('new,old');
    time = keysLiveMs - 1;
    await renew();
    expect(keys()).toEqual(['old']);
    time = keysLiveMs;
    await renew();
    expect(keys()).toEqual(['new', 'old']);
    expect([sealing.open('one', sealed), cursors.verify('feed', cursor)]).toEqual(['whsec_x', '7']);
    const onlyNew = () => keysIn('new');
    expect(sealingWith(onlyNew).open('one', sealing.seal('one', 'whsec_y'))).toBe('whsec_y');
    expect(signedCursors(onlyNew).verify('feed', cursors.sign('feed', '8'))).toBe('8');
  });

  it('breaks nothing between functions that know it and those that do not yet, when it stands second first', async () => {
    const late = await started();
    await rotateTo('old,new');
    const early = await started();
    const sealed = sealingWith(early.keys).seal('one', 'whsec_x');
    expect(sealingWith(late.keys).open('one', sealed)).toBe('whsec_x');
    time = keysLiveMs;
    await Promise.all([early.renew(), late.renew()]);
    await rotateTo('new,old');
    const newest = sealingWith((await started()).keys).seal('one', 'whsec_y');
    expect(sealingWith(late.keys).open('one', newest)).toBe('whsec_y');
  });

  it('is kept by the local cloud when it stops and starts again', async () => {
    await rotateTo('new,old');
    const again = secretStore(data);
    again.define({ logicalId: 'Keys', arn, name: 'keys', properties: { GenerateSecretString: {} } });
    expect(again.read('keys')?.value).toBe('new,old');
  });
});

describe('keys in a secret', () => {
  it('are read once, however many invocations ask at the same time', async () => {
    let calls = 0;
    const send = async () => {
      calls += 1;
      return { SecretString: 'key' };
    };
    const keys = awsSecretKeys({ send }, arn, () => undefined, now);
    await Promise.all([keys.renew(), keys.renew(), keys.renew()]);
    await keys.renew();
    expect(calls).toBe(1);
  });

  it('stay when the secret cannot be read again, and are asked for again half a minute later', async () => {
    const { keys, renew } = await started();
    for (const first of [true, false]) {
      time += keysLiveMs;
      if (first) await services.stop();
      await renew();
      expect(keys()).toEqual(['old']);
    }
    time += 29_999;
    await renew();
    expect(warnings).toHaveLength(2);
    time += 1;
    await renew();
    expect(warnings).toHaveLength(3);
  });

  it('fail the invocation when they were never read, and are tried again by the next one', async () => {
    const keys = awsSecretKeys(client, `${arn}-other`, () => undefined, now);
    expect(() => keys.keys()).toThrow('The keys were not read yet');
    for (const _ of [1, 2]) await expect(keys.renew()).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });

  it('are at least one', () => {
    expect(keysIn(' new , old ')).toEqual(['new', 'old']);
    for (const none of ['', ' , ']) expect(() => keysIn(none)).toThrow('Expected keys separated by commas');
  });
});
