import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Block } from '#shared/feed/blocks/block.ts';
import { httpRecord, withToken } from '#shared/verification/http-record.ts';
import type { HashedCommit } from '#shared/ledger/commit-violation.ts';
import { verify } from '#shared/verification/verify.ts';
import { allPages } from '#tests/support/client.ts';
import { type Page, useCloud } from '#tests/support/cloud.ts';
import { freshRelation } from '#tests/support/fresh-relation.ts';

const { cloud, api } = useCloud();

const sha256 = (...parts: readonly string[]) => createHash('sha256').update(parts.join('')).digest('base64url');
const commitsType = 'application/vnd.chancery.commits+json';
const blocksType = 'application/vnd.chancery.blocks+json';

describe('the record itself', () => {
  it('of a stream is its commits, whose hashes anybody can compute', async () => {
    const { stream, path, meeting } = freshRelation();
    for (const size of [1, 2, 3])
      await api.post(
        path,
        Array.from({ length: size }, () => meeting()),
      );
    const { status, headers, body } = await api.get<Page<HashedCommit>>(path, { accept: `${commitsType}, */*;q=0.1` });
    expect([status, headers['content-type'], headers['vary'], headers['etag']]).toEqual([
      200,
      commitsType,
      'Accept',
      '"6"',
    ]);
    expect(body.items.map(({ version, count }) => [version, count])).toEqual([
      [1, 1],
      [2, 2],
      [4, 3],
    ]);
    let previous = sha256(stream);
    for (const { format, version, count, commitId, committedAt, state, previousHash, hash, events } of body.items) {
      const header = JSON.stringify([format, stream, version, count, commitId, committedAt, state]);
      expect([format, previousHash, hash]).toEqual([2, previous, sha256(previous, header, events)]);
      previous = hash;
    }
    expect(Object.keys(body.items[0] ?? {}).toSorted()).toEqual(
      [
        'stream',
        'version',
        'count',
        'format',
        'events',
        'previousHash',
        'hash',
        'commitId',
        'state',
        'committedAt',
      ].toSorted(),
    );
  });

  it('of the feed is its blocks, chained likewise', async () => {
    const { path, meeting } = freshRelation();
    await api.post(path, meeting(), { prefer: 'wait=20' });
    const { status, headers, body } = await api.get<Page<Block>>('/events', { accept: blocksType });
    expect([status, headers['content-type'], headers['vary']]).toEqual([200, blocksType, 'Accept']);
    let previous = '';
    for (const { previousHash, hash, entries } of body.items) {
      expect([previousHash, hash]).toEqual([previous, sha256(previous, entries)]);
      previous = hash;
    }
  });

  it('holds together from beginning to end, as seen over HTTP with a token that may only read', async () => {
    const { path, meeting } = freshRelation();
    const { body } = await api.post<{ position: number }>(path, [meeting(), meeting()], { prefer: 'wait=20' });
    const verified = await verify(httpRecord(cloud().url, withToken(await cloud().token({ scope: 'chancery/read' }))));
    const { items } = await allPages(api, '/events?limit=1000');
    expect(verified).toMatchObject({
      streams: new Set(items.map(({ stream }) => stream)).size,
      events: items.length,
      positions: items.length,
      unsequenced: 0,
    });
    expect(verified.positions).toBeGreaterThanOrEqual(body.position);
  });
});
