import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LocalCloud } from '#infra/local/cloud/local-cloud.ts';
import { blocksMediaType } from '#shared/api/protocol/record-media-types.ts';
import { startCloudInMemory } from '#tests/support/cloud-in-memory.ts';
import { clientOf } from '#tests/support/client.ts';
import { connect } from '#tests/support/socket-client.ts';
import { sharedAssembly } from '#tests/support/shared-assembly.ts';
import { until } from '#tests/support/until.ts';

const data = mkdtempSync(join(tmpdir(), 'chancery-read-log-'));
let cloud: LocalCloud;
beforeAll(async () => {
  cloud = await startCloudInMemory({ data, assembly: await sharedAssembly() });
});
afterAll(async () => {
  await cloud.stop();
  rmSync(data, { recursive: true, force: true });
});

interface Read {
  readonly subject: string;
  readonly route: string;
  readonly path: string;
  readonly query: string;
  readonly bytes: number;
}

/** What the functions have logged of reads by a subject. */
const readsBy = (subject: string): Read[] =>
  readdirSync(join(data, 'logs'))
    .filter((name) => name.endsWith('.log'))
    .flatMap((name) => readFileSync(join(data, 'logs', name), 'utf8').split('\n'))
    .filter((line) => line.includes('"message":"Read"'))
    .map((line) => (JSON.parse(line) as { read: Read }).read)
    .filter((read) => read.subject === subject);

describe('who reads', () => {
  it('is logged with route, parameters and the size of the reply, and without what was read', async () => {
    const api = clientOf(cloud.url, await cloud.token({ sub: 'clerk', client: 'partner', scope: 'chancery/read' }));
    const { body } = await api.get('/relations/BGD-PAK/timeline?limit=7');
    await api.get('/events?limit=3');
    const reads = await until('the reads to be logged', async () => {
      const found = readsBy('clerk');
      return found.length === 2 && found;
    });
    expect(reads).toMatchObject([
      {
        client: 'partner',
        route: 'GET /relations/{dyad}/timeline',
        path: '/relations/BGD-PAK/timeline',
        query: 'limit=7',
        status: 200,
        bytes: Buffer.byteLength(JSON.stringify(body)),
      },
      { route: 'GET /events', query: 'limit=3' },
    ]);
  });

  it('is logged whatever form it takes', async () => {
    const token = await cloud.token({ sub: 'exporter', client: 'partner', scope: 'chancery/read' });
    const forms = ['text/csv', 'application/x-ndjson', blocksMediaType];
    for (const accept of forms)
      await (await fetch(`${cloud.url}/events`, { headers: { accept, authorization: `Bearer ${token}` } })).text();
    const reads = await until('the reads to be logged', async () => {
      const found = readsBy('exporter');
      return found.length === forms.length && found;
    });
    for (const read of reads) expect(read).toMatchObject({ client: 'partner', route: 'GET /events', status: 200 });
  });

  it('is logged when it subscribes over a socket, also in vain', async () => {
    const token = await cloud.token({ sub: 'listener', client: 'partner', scope: 'chancery/read' });
    const offer = { headers: { authorization: `Bearer ${token}` } };
    const { say, heard, socket } = await connect(cloud.socketUrl ?? '', offer);
    say({ action: 'ping' });
    say({ action: 'subscribe', filter: { dyads: ['BGD-PAK'] } });
    await heard('subscribed');
    say({ action: 'subscribe', filter: { dyads: ['BGD-XXX'] } });
    await heard('error');
    socket.close();
    const reads = await until('the reads to be logged', async () => {
      const found = readsBy('listener');
      return found.length === 2 && found;
    });
    const all = { client: 'partner', route: 'socket', connection: expect.any(String) as string };
    expect(reads).toMatchObject([
      { ...all, status: 200, message: expect.stringContaining('BGD-PAK') as string },
      { ...all, status: 400, message: expect.stringContaining('BGD-XXX') as string },
    ]);
  });

  it('is logged also when it is refused, and within a bound', async () => {
    const api = clientOf(cloud.url, await cloud.token({ sub: 'prober', scope: 'chancery/read' }));
    expect((await api.get(`/relations/BGD-PAK/timeline?type=${'x'.repeat(1001)}`)).status).toBe(400);
    const [read] = await until(
      'the read to be logged',
      async () => readsBy('prober').length === 1 && readsBy('prober'),
    );
    expect(read).toMatchObject({
      status: 400,
      query: expect.stringMatching(/^.{1000}… \(1006 characters\)$/) as string,
    });
  });
});
