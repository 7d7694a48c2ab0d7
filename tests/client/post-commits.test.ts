import { expect, it } from 'vitest';
import type { CommitResult, PostedCommit } from '#shared/client/chancery.ts';
import { postCommits } from '#shared/client/cli/post-commits.ts';
import { commitsIn, withKeysOfContent } from '#shared/client/cli/posted-commits.ts';

const events = [{ type: 'MeetingHeld' }] as unknown as PostedCommit['events'];
const commits = Array.from({ length: 250 }, (_, index) => ({ stream: `relation/s${index}`, events }));
type Of = Pick<PostedCommit, 'stream' | 'events'>;
const recorded = ({ stream }: PostedCommit): CommitResult => ({ stream, version: 1, events: [] });

/** A client that records whatever it is given, and says after how many calls somebody interrupts. */
function recording(interruptedAfter = Infinity) {
  const interrupting = new AbortController();
  const calls: number[] = [];
  const appendCommits = async (some: readonly PostedCommit[]) => {
    calls.push(some.length);
    if (calls.length >= interruptedAfter) interrupting.abort();
    return Promise.resolve(some.map(recorded));
  };
  const notCalled = async (): Promise<never> => Promise.reject(new Error('One by one is for attaching'));
  const client = { appendCommits, call: { get: notCalled, post: notCalled } };
  return { client, calls, options: { attaches: false, quiet: true, signal: interrupting.signal } };
}

it('posts as many commits as one call takes, call after call', async () => {
  const { client, calls, options } = recording();
  expect(await postCommits(client, commits, options)).toHaveLength(250);
  expect(calls).toEqual([100, 100, 50]);
});

it('ends after the call at hand when it is interrupted', async () => {
  const { client, options } = recording(2);
  const results = await postCommits(client, commits, options);
  expect(results.map(({ stream }) => stream)).toEqual(commits.slice(0, 200).map(({ stream }) => stream));
});

it('posts nothing when one of those to attach is not a single event', async () => {
  const { client, options } = recording();
  const two = { stream: 'relation/two', events: [...events, ...events] };
  const attaching = postCommits(client, [...commits, two], { ...options, attaches: true });
  await expect(attaching).rejects.toThrow(
    'takes commits of a stream, one event and perhaps an idempotencyKey, unlike number 251',
  );
});

it('posts nothing when a commit to attach has no list of events', async () => {
  const { client, options } = recording();
  const stream = 'relation/none';
  for (const one of [{ events: null }, { events, idempotencyKey: null }, { events, bogus: 1 }]) {
    const none = { stream, ...one } as unknown as PostedCommit;
    await expect(postCommits(client, [none], { ...options, attaches: true })).rejects.toThrow('unlike number 1');
  }
});

it('posts nothing when the stream of a commit to attach is none', async () => {
  const { client, options } = recording();
  const elsewhere = { stream: '../people', events } as PostedCommit;
  const attaching = postCommits(client, [...commits, elsewhere], { ...options, attaches: true });
  await expect(attaching).rejects.toThrow('Expected the stream of number 251 to be "<category>/<id>", got ../people');
});

it('keys commits by their content and their number among equal ones, unless they have a key', () => {
  const [one, other] = ['relation/one', 'relation/other'].map((stream) => ({ stream, events })) as [Of, Of];
  const given = [one, one, other, { ...one, idempotencyKey: 'mine' }];
  const keys = withKeysOfContent(given).map(({ idempotencyKey }) => idempotencyKey);
  expect(new Set(keys).size).toBe(4);
  expect(keys[3]).toBe('mine');
  expect(withKeysOfContent(given).map(({ idempotencyKey }) => idempotencyKey)).toEqual(keys);
});

it('asks for the stream of a file that has events', () => {
  const text = JSON.stringify(events[0]);
  expect(() => commitsIn(text, 'a.json', undefined)).toThrow('a.json: number 1 is no commit');
  for (const each of [text, `\uFEFF${text}`])
    expect(commitsIn(each, 'a.json', 'relation/BGD-PAK')).toEqual([{ stream: 'relation/BGD-PAK', events }]);
});
