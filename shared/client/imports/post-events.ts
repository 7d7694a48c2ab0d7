import { createHash } from 'node:crypto';
import type { PostedCommit, PostedEvent } from '#shared/client/api-schema.ts';
import type { Chancery } from '#shared/client/chancery.ts';
import { relationSteps } from '#shared/domain/streams/relation.ts';
import { inParallel } from '#shared/in-parallel.ts';

/** An event to post, with what the caller wants to know it by. */
export interface ToPost<Of> {
  readonly stream: string;
  readonly event: PostedEvent;
  readonly of: Of;
}

/**
 * What became of an event: its address, with the codes of the doubts about it, `known` when the record had nothing new
 * to add, or the problem.
 */
export type Posted<Of> = { readonly of: Of } & (
  | { readonly id: string; readonly warnings: readonly string[]; readonly repeated: boolean }
  | { readonly known: true }
  | { readonly refused: string }
);

/** Events, and their bytes, of one commit: less than the API takes, so that what it adds has room. */
const eventsPerCommit = 50;
const bytesPerCommit = 120 * 1024;
/** Commits and events of one call, which has to be done within half a minute. */
const commitsPerCall = 50;
const eventsPerCall = 300;
/** Calls at the same time. */
const parallel = 3;

export interface PostOptions {
  /** Is told each commit that was recorded. */
  readonly onPosted?: (commit: PostedCommit) => void;
  /** Once it says so, no further call is made: what was not posted is not among the results. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Posts events in commits of many, stream by stream in their order. The key of a commit is made of its content, so that
 * the same commit is recorded once however often it is posted. A commit that is refused is posted again event by event.
 */
export async function postEvents<Of>(
  client: Pick<Chancery, 'appendCommits'>,
  events: readonly ToPost<Of>[],
  { onPosted = () => undefined, signal }: PostOptions = {},
): Promise<Posted<Of>[]> {
  const commits = commitsOf(events);
  const post = async (call: readonly ToPost<Of>[][]): Promise<Posted<Of>[]> =>
    signal?.aborted === true ? [] : postCommits(client, call, onPosted);
  return (await inParallel(callsOf(commits), post, parallel)).flat();
}

async function postCommits<Of>(
  client: Pick<Chancery, 'appendCommits'>,
  commits: readonly (readonly ToPost<Of>[])[],
  onPosted: (commit: PostedCommit) => void,
): Promise<Posted<Of>[]> {
  const posted = commits.map(commitOf);
  const results = await client.appendCommits(posted);
  const settled: Posted<Of>[] = [];
  const alone: ToPost<Of>[][] = [];
  for (const [index, events] of commits.entries()) {
    const result = results[index];
    if (result === undefined || 'problem' in result) {
      if (events.length > 1) alone.push(...events.map((event) => [event]));
      else settled.push(...events.map(({ of }) => ({ of, refused: reasonOf(result) })));
      continue;
    }
    const commit = posted[index];
    if (commit !== undefined) onPosted(commit);
    // Where several were posted and fewer recorded, which happens to reports only, the others are known.
    settled.push(
      ...events.map(({ of }, place) => {
        const id = result.events[place]?.id;
        const warnings = (result.warnings ?? []).flatMap((one) => (one.of === place ? one.code : []));
        return id === undefined
          ? { of, known: true as const }
          : { of, id, warnings, repeated: result.repeated === true };
      }),
    );
  }
  for (let begin = 0; begin < alone.length; begin += commitsPerCall) {
    settled.push(...(await postCommits(client, alone.slice(begin, begin + commitsPerCall), onPosted)));
  }
  return settled;
}

const reasonOf = (
  result:
    { readonly problem: { readonly title: string; readonly detail?: string; readonly rule?: string } } | undefined,
): string => {
  if (result === undefined) return 'no result';
  const { title, detail, rule } = result.problem;
  return rule ?? detail ?? title;
};

function commitOf(events: readonly ToPost<unknown>[]): PostedCommit {
  const posted = { stream: events[0]?.stream ?? '', events: events.map(({ event }) => event) };
  const key = createHash('sha256').update(JSON.stringify(posted)).digest('base64url');
  return { ...posted, idempotencyKey: `import-${key}` };
}

function commitsOf<Of>(events: readonly ToPost<Of>[]): ToPost<Of>[][] {
  const commits: ToPost<Of>[][] = [];
  for (const ofStream of Map.groupBy(events, ({ stream }) => stream).values()) {
    let [open, bytes]: [ToPost<Of>[], number] = [[], 0];
    for (const one of ofStream) {
      const size = Buffer.byteLength(JSON.stringify(one.event));
      const isAlone = !one.stream.startsWith('relation/') || relationSteps.has(one.event.type);
      const isFull = open.length === eventsPerCommit || bytes + size > bytesPerCommit;
      if (open.length > 0 && (isFull || isAlone)) {
        commits.push(open);
        [open, bytes] = [[], 0];
      }
      // What a lifecycle knows or refuses depends on the record: no other event may depend on that.
      if (isAlone) commits.push([one]);
      else {
        open.push(one);
        bytes += size;
      }
    }
    if (open.length > 0) commits.push(open);
  }
  return commits;
}

function callsOf<Of>(commits: readonly ToPost<Of>[][]): ToPost<Of>[][][] {
  const calls: ToPost<Of>[][][] = [];
  const last = { call: [] as ToPost<Of>[][], events: 0 };
  for (const commit of commits) {
    if (last.call.length === commitsPerCall || (last.call.length > 0 && last.events + commit.length > eventsPerCall)) {
      calls.push(last.call);
      [last.call, last.events] = [[], 0];
    }
    last.call.push(commit);
    last.events += commit.length;
  }
  if (last.call.length > 0) calls.push(last.call);
  return calls;
}
