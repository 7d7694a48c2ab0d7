import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aProblem } from '#tests/support/a-problem.ts';
import { clientOf } from '#tests/support/client.ts';
import type { Page } from '#tests/support/cloud.ts';
import { endCommands, runCommand, type Running, startCommand } from '#tests/support/commands.ts';
import { freshRelation } from '#tests/support/fresh-relation.ts';
import { allGone } from '#tests/support/running-process.ts';

const data = mkdtempSync(join(tmpdir(), 'chancery-commands-'));
const { stream, path, meeting } = freshRelation();
const counts = ['streams 1', 'commits 2', 'events 3', 'positions 3', 'unsequenced 0'];

let running: Running;
beforeAll(async () => {
  running = await startCommand(`--data ${data}`);
});
afterAll(() => {
  endCommands();
  rmSync(data, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

/** One clear line, nothing else, and exit code 1. */
const refusedWith = (reason: RegExp) => ({
  code: 1,
  stdout: '',
  stderr: expect.stringMatching(oneLine(reason)) as string,
});
const oneLine = ({ source }: RegExp) => new RegExp(`^(?=[^\\n]*${source})[^\\n]+\\n$`);

/** `verify` ended well, with these counts and the hash of the feed's end. */
const proved = { code: 0, stderr: '', stdout: expect.stringMatching(/^hash \S{43}$/m) as string };

describe('npm start', () => {
  it('serves at the address that it says it is ready at, with the tokens that npm run token prints', async () => {
    const asked = `token --url ${running.url} --scope chancery/append --sub envoy-7 --expires-in 90`;
    const printed = await runCommand(asked);
    expect(printed).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/^\S+\n$/) });
    const token = printed.stdout.trim();
    const { sub, scope, exp = 0, iat = 0 } = decodeJwt(token);
    expect({ sub, scope, lifetime: exp - iat }).toEqual({ sub: 'envoy-7', scope: 'chancery/append', lifetime: 90 });

    const envoy = clientOf(running.url, token);
    const statuses = [
      await envoy.post(path, meeting({ summary: 'They drank tea.' }), { 'if-none-match': '*' }),
      await envoy.post(path, [meeting(), meeting()], { prefer: 'wait=20' }),
      await envoy.get(path),
    ].map(({ status }) => status);
    expect(statuses).toEqual([201, 201, 403]);
  });

  it('is read with a token for everything, which is what one gets without asking', async () => {
    const { stdout } = await runCommand(`token --url ${running.url}`);
    const { items } = (await clientOf(running.url, stdout.trim()).get<Page>(path)).body;
    expect(items.map(({ version, recordedBy }) => [version, recordedBy.subject])).toEqual(
      [1, 2, 3].map((n) => [n, 'envoy-7']),
    );
  });

  it('refuses a token that was printed to be expired', async () => {
    const { stdout } = await runCommand(`token --url ${running.url} --expires-in -60`);
    const late = await clientOf(running.url, stdout.trim()).get('/events');
    expect(late).toMatchObject({
      ...aProblem('unauthorized'),
      body: { detail: expect.stringMatching(/expired/) as string },
    });
  });

  it('is verified over HTTP while it runs', async () => {
    const verified = await runCommand(`verify --url ${running.url}`);
    expect(verified).toEqual(proved);
    const [, head = ''] = /^head (\S+)$/m.exec(verified.stdout) ?? [];
    expect(await runCommand(`verify --url ${running.url} --expect ${head}`)).toEqual(proved);
    const other = `${head.split(':')[0]}:${'x'.repeat(43)}`;
    const noted = refusedWith(/was noted before/);
    expect(await runCommand(`verify --url ${running.url} --expect ${other}`)).toEqual(noted);
    expect(await runCommand(`verify --url ${running.url} --expect ${head} --expect 99${head}`)).toEqual(noted);
    expect(verified.stdout.split('\n')).toEqual(expect.arrayContaining(counts));
  });

  it('keeps its port and its folder to itself', async () => {
    const { port } = new URL(running.url);
    const inUse = refusedWith(new RegExp(`in use by process ${running.process.pid}`));
    expect(await runCommand(`start --port ${port} --memory`)).toEqual(refusedWith(/Port \d+ is taken/));
    expect(await runCommand(`start --port 0 --data ${data}`)).toEqual(inUse);
    expect(await runCommand(`verify --data ${data}`)).toEqual(inUse);
  });

  it('ends when it is told to, and leaves no process behind', async () => {
    expect(running.descendants.length).toBeGreaterThan(0);
    running.process.kill('SIGTERM');
    const { code, stdout, stderr } = await running.ended;
    const sockets = `${running.url.replace('http', 'ws')}/live`;
    expect([code, stdout, stderr]).toEqual([0, `ready ${running.url}\nsockets ${sockets}\n`, '']);
    expect(await allGone(running.descendants)).toBe(true);
  });
});

describe('npm run verify on a data folder', () => {
  it('proves what was left there', async () => {
    const verified = await runCommand(`verify --data ${data}`);
    expect(verified).toEqual(proved);
    expect(verified.stdout.split('\n')).toEqual(expect.arrayContaining(counts));
  });

  it('names the first place that somebody has tampered with', async () => {
    const database = new DatabaseSync(join(data, 'dynamodb/local_eu-west-1.db'));
    const ledger = database.prepare(`SELECT name FROM sqlite_master WHERE name LIKE '%LedgerTable%'`).get();
    const { changes } = database
      .prepare(
        `UPDATE "${String(ledger?.['name'])}" SET ObjectJSON = CAST(replace(CAST(ObjectJSON AS TEXT), ' tea.', ' rum.') AS BLOB)
         WHERE instr(ObjectJSON, CAST(' tea.' AS BLOB))`,
      )
      .run();
    database.close();
    expect(changes).toBe(1);
    const broken = await runCommand(`verify --data ${data}`);
    expect(broken).toEqual(refusedWith(new RegExp(`broken at ${stream} version 1: does not have the hash`)));
  });
});

describe('npm run demo', () => {
  it('shows the brief on its way from the API to the timeline, and ends when told to exit', async () => {
    const shown = await runCommand('demo --exit --port 0');
    expect(shown).toMatchObject({ code: 0, stderr: '' });
    for (const seen of [
      /27 events/,
      /Received on a live socket: 27 events, in order: 1, 2, 3/,
      /Received by a webhook, signed: 27 events, in order: 1, 2, 3/,
      /As of .* still says 2025-01~/,
      /Last contact: visit/,
      /2025-01: 2 scored, mean 3.9/,
      /Tempo: contacts rose from 0\.\d+ to \d\.?\d* a year in August 2024/,
      /Tone: too little to say of tone/,
      /Kamr-ul-Hassan/,
      /Rare: the contact of 2024-08\/2024-12~ \(RestrictionEased\) was the first since 1976/,
      /Whom did the delegation meet\? {2,}[^\n]*Munir/,
      /2025-01~/,
      /hypothetical/,
      /Verified: 28 events/,
    ])
      expect(shown.stdout).toMatch(seen);
    expect(shown.stdout).not.toMatch(/delegation meet\?[^\n]*Hassan/);
  });
});

describe('a command that cannot be run', () => {
  it.concurrent.for([
    ['start --prot 3000', /--prot/],
    ['start --port http', /--port/],
    ['start --memory --data somewhere', /--memory/],
    ['demo --stay', /--stay/],
    ['token --expires-in never', /--expires-in/],
    ['verify --data x --url http://127.0.0.1:9', /--data/],
    ['verify --expect 12', /--expect/],
    ['verify --data /nowhere', /nowhere is not the data folder/],
    ['verify --url http://127.0.0.1:9', /http:.*:9/],
    ['token --url http://127.0.0.1:9', /http:.*:9/],
  ] as const)('says in one line what is wrong: %s', async ([line, reason]) => {
    expect(await runCommand(line)).toEqual(refusedWith(reason));
  });

  it.concurrent.for([
    ['there is no Java', { JAVA_HOME: '/nowhere' }, /Java 17 or newer: install it/],
    ['the database of one’s own does not answer', { DYNAMODB_ENDPOINT: 'http://127.0.0.1:9' }, /DYNAMODB_ENDPOINT/],
  ] as const)('says in one line what is missing, and ends, when %s', async ([, environment, reason]) => {
    expect(await runCommand('start --memory --port 0', environment)).toEqual(refusedWith(reason));
  });
});
