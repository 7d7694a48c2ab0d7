import type { Report } from '#shared/domain/events/evidence.ts';
import type { CommitResult, PostedCommit } from '#shared/client/api-schema.ts';
import type { Chancery } from '#shared/client/chancery.ts';
import { mostReports } from '#shared/client/imports/event-of-happening.ts';

interface Posted {
  readonly type: string;
  readonly of?: string;
  readonly report?: Report;
  readonly participants?: readonly { readonly party: string }[];
  readonly evidence?: { readonly reports?: readonly Report[] };
}

/**
 * A record in memory: its timeline shows as many reports of an event as the real one, its history all; a key is
 * answered as the first time. `lags`: its read models show what was recorded only once somebody waits for them.
 */
export function recordInMemory({ lags = false } = {}) {
  const events = new Map<string, Posted & { readonly id: string; readonly stream: string; attached: Report[] }>();
  const answers = new Map<string, CommitResult>();
  const asked: string[] = [];
  let shown = 0;
  const reportsOf = (id: string): Report[] => {
    const event = events.get(id);
    return [...(event?.evidence?.reports ?? []), ...(event?.attached ?? [])];
  };
  function* list(path: string, parameters?: { readonly path?: object }): Generator<object> {
    asked.push(path);
    const about = (name: string) => String(Reflect.get(parameters?.path ?? {}, name));
    if (path === '/events/{eventId}/history') {
      const attached = events.get(about('eventId'))?.attached ?? [];
      for (const report of attached) yield { record: { type: 'ReportAttached', report } };
      return;
    }
    const dyad = about('dyad').split('-');
    for (const event of [...events.values()].slice(0, lags ? shown : undefined))
      if (event.participants?.every(({ party }) => dyad.includes(party)) === true)
        yield { ...event, evidence: { reports: reportsOf(event.id).slice(0, mostReports) } };
  }
  const record = (stream: string, one: Posted) => {
    const id = `${stream.replace('/', '.')}.${events.size + 1}`;
    if (one.of === undefined || one.report === undefined) events.set(id, { ...one, id, stream, attached: [] });
    else events.get(one.of)?.attached.push(one.report);
    return { id, version: 1 };
  };
  const append = ({ stream, events: posted, idempotencyKey = '' }: PostedCommit): CommitResult => {
    const known = answers.get(idempotencyKey);
    if (known !== undefined) return { ...known, repeated: true };
    const recorded = (posted as readonly Posted[]).map((one) => record(stream, one));
    const answer = { stream, version: 1, events: recorded };
    if (idempotencyKey !== '') answers.set(idempotencyKey, answer);
    return answer;
  };
  const client = {
    list: (path: string, parameters?: { readonly path?: object }) => list(path, parameters),
    appendCommits: async (commits: readonly PostedCommit[]) => commits.map(append),
    call: {
      post: async (_path: string, { commits }: { readonly commits: readonly PostedCommit[] }) => {
        shown = events.size;
        return { results: commits.map((commit) => ({ ...append(commit), cursor: 'a-cursor' })) };
      },
    },
  } as unknown as Chancery;
  return { client, events, asked, reportsOf, forgetKeys: () => answers.clear() };
}
