import { describe, expect, it } from 'vitest';
import { ApiProblem, ApiUnreachable, chancery } from '#shared/client/chancery.ts';
import { longestWaitMs } from '#shared/client/resilient-send.ts';
import { jsonReply, type ScriptedReply, scriptedFetch } from '#tests/support/scripted-fetch.ts';
import { virtualTime } from '#tests/support/virtual-time.ts';

const url = 'http://chancery.test';
const meeting = { type: 'MeetingHeld' as const, occurred: '2025-01-14', participants: [] };
const busy = (after: string) => jsonReply({ title: 'Later', status: 503 }, 503, { 'retry-after': after });

function clientOver(...replies: readonly ScriptedReply[]) {
  const { fetch, sent } = scriptedFetch(...replies);
  const timing = virtualTime();
  return { client: chancery({ url, fetch, timing, token: 'a-token' }), sent, timing };
}

describe('a call of the client', () => {
  it('is repeated after the seconds that Retry-After names', async () => {
    const { client, sent, timing } = clientOver(busy('7'), jsonReply({ status: 'ok', head: 3, consumers: {} }));
    expect(await client.get('/health')).toMatchObject({ head: 3 });
    expect([sent.length, timing.now()]).toEqual([2, 7000]);
  });

  it('is given up when Retry-After asks for more than a minute in all, with the problem', async () => {
    const { client, sent } = clientOver(busy(String(longestWaitMs / 1000 + 1)));
    await expect(client.get('/health')).rejects.toThrow(
      new ApiProblem({ type: 'about:blank', title: 'Later', status: 503 }),
    );
    expect(sent).toHaveLength(1);
  });

  it('is attempted six times when nothing responds, and then says where', async () => {
    const { client, sent } = clientOver(new TypeError('fetch failed'));
    await expect(client.get('/health')).rejects.toThrow(ApiUnreachable);
    await expect(client.get('/health')).rejects.toThrow('Nothing responds at http://chancery.test');
    expect(sent).toHaveLength(12);
  });

  it('is not repeated when it is refused', async () => {
    const refused = {
      type: 'urn:chancery:problem:rule-violated',
      title: 'No',
      status: 422,
      rule: 'visit-already-over',
    };
    const { client, sent } = clientOver(jsonReply(refused, 422));
    const error = await client.append('relation/BGD-PAK', meeting).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ApiProblem);
    expect(error).toMatchObject({ problem: 'rule-violated', status: 422, details: { rule: 'visit-already-over' } });
    expect(sent).toHaveLength(1);
  });

  it('appends with one idempotency key, whatever the number of attempts, and with another in the next call', async () => {
    const { client, sent } = clientOver(busy('1'), new TypeError('reset'), jsonReply({ events: [] }, 201));
    await client.append('relation/BGD-PAK', meeting);
    await client.append('relation/BGD-PAK', meeting);
    const keys = sent.map(({ headers }) => headers.get('idempotency-key'));
    expect(keys).toEqual([keys[0], keys[0], keys[0], keys[3]]);
    expect(new Set(keys).size).toBe(2);
  });

  it('that creates something without a key is repeated on 429 only', async () => {
    const { client, sent } = clientOver(jsonReply({}, 429, { 'retry-after': '1' }), busy('1'));
    await expect(client.call.post('/subscriptions', {})).rejects.toThrow('Later');
    expect(sent).toHaveLength(2);
  });

  it('says what came instead of a problem document', async () => {
    const { client } = clientOver(new Response('<html>bad gateway</html>', { status: 418 }));
    await expect(client.get('/health')).rejects.toThrow('The API responded with status 418: <html>bad gateway</html>');
  });
});

describe('a token of the client', () => {
  const credentials = { clientId: 'machine', clientSecret: 'secret', scope: 'chancery/read' };
  const tokens = (lifetime: number) => {
    let issued = 0;
    const ask = scriptedFetch(({ url: { pathname }, headers }) => {
      if (pathname === '/oauth2/token')
        return jsonReply({ access_token: `token-${(issued += 1)}`, expires_in: lifetime });
      return jsonReply({ authorization: headers.get('authorization') });
    });
    const timing = virtualTime();
    return { ...ask, timing, client: chancery({ url, fetch: ask.fetch, timing, credentials }), issued: () => issued };
  };

  it('is requested once for callers at the same time, by the grant of a machine client', async () => {
    const { client, sent, issued } = tokens(3600);
    const seen = await Promise.all([client.get('/health'), client.get('/health')]);
    expect(seen).toEqual([{ authorization: 'Bearer token-1' }, { authorization: 'Bearer token-1' }]);
    expect(issued()).toBe(1);
    const form = Object.fromEntries(new URLSearchParams(sent[0]?.body));
    const [client_id, client_secret, scope] = ['machine', 'secret', 'chancery/read'];
    expect(form).toEqual({ grant_type: 'client_credentials', client_id, client_secret, scope });
  });

  it('is renewed a minute before it expires, not earlier', async () => {
    const { client, timing, issued } = tokens(3600);
    await client.get('/health');
    await timing.pause(3_539_000);
    await client.get('/health');
    expect(issued()).toBe(1);
    await timing.pause(1001);
    await client.get('/health');
    expect(issued()).toBe(2);
  });

  it('that the API refuses is renewed once; then the refusal stands', async () => {
    const refused = scriptedFetch(({ url: { pathname } }) =>
      pathname === '/oauth2/token' ? jsonReply({ access_token: 'x', expires_in: 60 }) : jsonReply({ title: 'No' }, 401),
    );
    const client = chancery({ url, fetch: refused.fetch, timing: virtualTime(), credentials });
    await expect(client.get('/health')).rejects.toMatchObject({ status: 401 });
    expect(refused.sent.map(({ url: { pathname } }) => pathname)).toEqual([
      '/oauth2/token',
      '/health',
      '/oauth2/token',
      '/health',
    ]);
  });

  it('that is not given is an error with the reason of the endpoint', async () => {
    const { fetch } = scriptedFetch(jsonReply({ error: 'invalid_client', error_description: 'no such client' }, 401));
    const client = chancery({ url, fetch, timing: virtualTime(), credentials });
    await expect(client.get('/health')).rejects.toThrow('No token: invalid_client, no such client');
  });
});

describe('an append of commits', () => {
  const commit = (id: string) => ({ stream: `visit/${id}`, events: [meeting] });
  const done = (id: string) => ({ stream: `visit/${id}`, version: 1, commitId: id, events: [] });
  const unsettled = (id: string, name = 'not-attempted') => ({
    stream: `visit/${id}`,
    problem: { type: `urn:chancery:problem:${name}`, title: name, status: 503 },
  });

  it('posts again, with the same keys, only what has no outcome yet', async () => {
    const { client, sent } = clientOver(
      jsonReply({ results: [done('a'), unsettled('b'), unsettled('c', 'outcome-unknown')] }),
      jsonReply({ results: [done('b'), unsettled('c', 'rule-violated')] }),
    );
    const results = await client.appendCommits(['a', 'b', 'c'].map(commit));
    expect(results).toEqual([done('a'), done('b'), unsettled('c', 'rule-violated')]);
    const posted = sent.map(({ body }) => (JSON.parse(body) as { commits: { idempotencyKey: string }[] }).commits);
    expect(posted[1]).toEqual(posted[0]?.slice(1));
    expect(new Set(posted[0]?.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(3);
  });

  it('posts a hundred commits a call', async () => {
    const { client, sent } = clientOver(({ body }) =>
      jsonReply({ results: (JSON.parse(body) as { commits: unknown[] }).commits.map(() => done('x')) }),
    );
    const commits = Array.from({ length: 101 }, (_, index) => commit(String(index)));
    expect(await client.appendCommits(commits)).toHaveLength(101);
    const sizes = sent.map(({ body }) => (JSON.parse(body) as { commits: unknown[] }).commits.length);
    expect(sizes).toEqual([100, 1]);
  });

  it('ends after six calls with the problem of what still has no outcome', async () => {
    const { client, sent } = clientOver(jsonReply({ results: [unsettled('a')] }));
    expect(await client.appendCommits([commit('a')])).toEqual([unsettled('a')]);
    expect(sent).toHaveLength(6);
  });
});
