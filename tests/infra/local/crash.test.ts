import { DynamoDBClient, ListTablesCommand, ScanCommand } from '@aws-sdk/client-dynamodb';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { startLocalCloud } from '#infra/local/cloud/local-cloud.ts';
import { listen, portOf } from '#infra/local/cloud/loopback.ts';
import { until } from '#tests/support/until.ts';
import { allGone, runInProcess, type RunningCloud } from '#tests/support/running-process.ts';
import { synthesizeTinyStack } from '#tests/support/tiny-stack.ts';

const assembly = synthesizeTinyStack();
const data = mkdtempSync(join(tmpdir(), 'crash-'));
const started: RunningCloud[] = [];
afterAll(async () => {
  for (const { process: child } of started) child.kill('SIGKILL');
  await rm(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  await rm(dirname(assembly), { recursive: true });
});

const run = async () => {
  const running = await runInProcess({ assembly, data });
  started.push(running);
  return running;
};
/** The cloud that several tests use, started by the first of them. */
let common: Promise<RunningCloud> | undefined;
const running = async () => (common ??= run());
const write = async (url: string, token: string, id: string) =>
  (
    await fetch(`${url}/notes`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: JSON.stringify({ id }),
    })
  ).status;
const tokenFrom = async (url: string): Promise<string> => {
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: 'local', client_secret: 'local' });
  const reply = await fetch(`${url}/oauth2/token`, { method: 'POST', body });
  return ((await reply.json()) as { access_token: string }).access_token;
};
/** The ids of the notes in the table, read through the local cloud's DynamoDB endpoint. */
const noteIds = async (endpoint: string): Promise<string[]> => {
  const credentials = { accessKeyId: 'any', secretAccessKey: 'any' };
  const client = new DynamoDBClient({ endpoint, region: 'eu-west-1', credentials });
  const { TableNames = [] } = await client.send(new ListTablesCommand({}));
  const TableName = TableNames.find((name) => name.includes('Notes'));
  const { Items = [] } = await client.send(new ScanCommand({ TableName }));
  client.destroy();
  return Items.map(({ id }) => id?.S ?? '').toSorted();
};

describe('a local cloud that is killed', () => {
  it('leaves no process behind, and the next one has what was acknowledged and follows its streams on', async () => {
    const first = await run();
    const token = await tokenFrom(first.url);
    expect(first.descendants.length).toBeGreaterThan(0);
    const ids = Array.from({ length: 20 }, (_, index) => `note-${index}`);
    const statuses = await Promise.all(ids.map(async (id) => write(first.url, token, id)));
    expect(new Set(statuses)).toEqual(new Set([201]));
    first.process.kill('SIGKILL');
    await once(first.process, 'exit');
    await allGone(first.descendants);

    const second = await running();
    expect(await noteIds(second.endpoint)).toEqual(ids.toSorted());
    expect(await write(second.url, token, 'note-20')).toBe(201); // the token is still good: the signing key is kept
    const headers = { authorization: `Bearer ${token}` };
    await until(
      'the echo of a new note',
      async () => (await fetch(`${second.url}/echoes/note-20`, { headers })).status === 200,
      15,
    );
  });
});

describe('a running local cloud', () => {
  it('keeps its data folder to itself', async () => {
    const { process: owner } = await running();
    await expect(startLocalCloud({ data, assembly })).rejects.toThrow(`is in use by process ${owner.pid}`);
  });

  it('leaves no process behind when it receives SIGTERM', async () => {
    const { process: child, descendants } = await running();
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
    await allGone(descendants);
  });
});

describe('a start that cannot be', () => {
  it('names the port that is taken and the flag for another', async () => {
    const server = createServer();
    await listen(server, 0);
    await expect(startLocalCloud({ port: portOf(server), data: 'memory', assembly })).rejects.toThrow(
      `Port ${portOf(server)} is taken; choose another with --port`,
    );
    server.close();
  });

  it('says in one line what is wrong with the command', () => {
    const start = join(import.meta.dirname, '../../../infra/local/cli/start.ts');
    const flags = [
      ['--prot', '3000'],
      ['--port', 'x'],
      ['--memory', '--data', 'x'],
      ['--shards', '0'],
      ['--shards', '17'],
      ['--concurrency', '1001'],
    ];
    const outcomes = flags.map((given) => spawnSync(process.execPath, [start, ...given], { encoding: 'utf8' }));
    expect(outcomes.map(({ status, stderr }) => [status, stderr.trim().split('\n')])).toEqual([
      [1, [expect.stringContaining('--prot')]],
      [1, ['--port takes a whole number, not "x"']],
      [1, [expect.stringContaining('--memory')]],
      [1, ['--shards takes 1 to 16, not 0']],
      [1, ['--shards takes 1 to 16, not 17']],
      [1, ['--concurrency takes 1 to 1000, not 1001']],
    ]);
  });

  it('says what to install when there is no Java', async () => {
    const java = process.env['JAVA_HOME'];
    process.env['JAVA_HOME'] = '/nowhere';
    try {
      await expect(startLocalCloud({ data: 'memory', assembly })).rejects.toThrow(
        /^DynamoDB Local needs Java 17 or newer: install it/,
      );
    } finally {
      if (java === undefined) delete process.env['JAVA_HOME'];
      else process.env['JAVA_HOME'] = java;
    }
  });
});
