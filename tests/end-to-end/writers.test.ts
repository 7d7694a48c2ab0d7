import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { httpRecord, withToken } from '#shared/verification/http-record.ts';
import { verify } from '#shared/verification/verify.ts';
import { aProblem } from '#tests/support/a-problem.ts';
import { type Answer } from '#tests/support/client.ts';
import { type Appended, type Page, useCloud } from '#tests/support/cloud.ts';
import { freshRelation, type Relation } from '#tests/support/fresh-relation.ts';
import { randomFrom } from '#tests/support/mortal.ts';

const { cloud, api } = useCloud();

const writers = 16;
const random = randomFrom(16);

/** What an append of a writer says in its summary. */
const saying = (writer: number, append: number) => `writer ${writer}, append ${append}`;

/** Sixteen writers at once; each appends so many times, one after the other. */
const allWriters = async (appends: number, append: (summary: string, writer: number) => Promise<Answer<Appended>>) =>
  Promise.all(
    Array.from({ length: writers }, async (_, writer) => {
      const replies: Answer<Appended>[] = [];
      for (let count = 0; count < appends; count += 1) replies.push(await append(saying(writer, count), writer));
      return replies;
    }),
  );

/** Asserts that the stream holds exactly what was acknowledged, each where its writer was told. */
async function holdsEverything(relation: Relation, replies: readonly (readonly Answer<Appended>[])[]) {
  const { items } = (await api.get<Page>(`${relation.path}?limit=1000`)).body;
  expect(items.map(({ version }) => version)).toEqual(items.map((_, index) => index + 1));
  const told = replies.flatMap((ofOne, writer) =>
    ofOne.map(({ body }, append) => [body.version, saying(writer, append)] as const),
  );
  expect(items.map(({ version, summary }) => [version, summary])).toEqual(told.toSorted(([a], [b]) => a - b));
}

describe('sixteen writers on one stream', () => {
  it('all get through without a precondition, and nothing is lost or doubled', async () => {
    const relation = freshRelation();
    const replies = await allWriters(10, async (summary) => api.post(relation.path, relation.meeting({ summary })));
    expect(replies.flat().filter(({ status }) => status !== 201)).toEqual([]);
    await holdsEverything(relation, replies);
    await api.post(relation.path, relation.meeting(), { prefer: 'wait=20' });
    const verified = await verify(httpRecord(cloud().url, withToken(await cloud().token())));
    expect(verified.unsequenced).toBe(0);
  }, 480_000);

  it('all get through with If-Match when they look at the version of each conflict and try again', async () => {
    const relation = freshRelation();
    const known = new Map<number, string>();
    const replies = await allWriters(3, async (summary, writer) => {
      for (;;) {
        const began = performance.now();
        const headers = { 'if-match': known.get(writer) ?? '"0"' };
        const reply = await api.post<Appended>(relation.path, relation.meeting({ summary }), headers);
        known.set(writer, String(reply.headers['etag']));
        if (reply.status !== 412) return reply;
        await pause(random() * 10 * (performance.now() - began)); // at once they would all meet again
      }
    });
    expect(new Set(replies.flat().map(({ status }) => status))).toEqual(new Set([201]));
    await holdsEverything(relation, replies);
  }, 480_000);
});

describe('two writers who know the same version', () => {
  it('never both succeed', async () => {
    const { path, meeting } = freshRelation();
    await api.post(path, meeting());
    for (let version = 1; version <= 10; version += 1) {
      const both = await Promise.all(
        ['one', 'other'].map(async (summary) => api.post(path, meeting({ summary }), { 'if-match': `"${version}"` })),
      );
      const [accepted, refused] = both.toSorted((a, b) => a.status - b.status);
      expect(accepted).toMatchObject({ status: 201, body: { version: version + 1 } });
      expect(refused).toMatchObject(aProblem('version-conflict', { currentVersion: version + 1 }));
    }
  });
});
