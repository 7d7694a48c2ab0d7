import canonicalize from 'canonicalize';
import type { Modality } from '#shared/domain/events/modality.ts';
import { NewEvent } from '#shared/domain/events/new-event.ts';
import { record } from '#shared/domain/events/recorded-event.ts';
import { deciderFor } from '#shared/domain/streams/decider-for.ts';
import type { Commit } from '#shared/ledger/commit.ts';
import { composeCommit } from '#shared/ledger/compose-commit.ts';
import { recorder } from '#tests/support/recorder.ts';

/** Bytes of a typical event's recorded JSON: what the workloads are made of. */
export const typicalBytes = 700;

export const recordedBy = recorder('benchmark');

/** A visit's announcement whose recorded JSON has exactly so many bytes. */
export const announcement = (bytes = typicalBytes, occurred = '2025-01-14'): NewEvent =>
  announced(bytes, { occurred, modality: 'held' });

/**
 * The same as a plan: what is not held yet is recorded however often it is said, and an announcement that is known is
 * not.
 */
export const proposal = (): NewEvent => announced(typicalBytes, { occurred: '2025-01-14', modality: 'planned' });

function announced(bytes: number, more: { readonly occurred: string; readonly modality: Modality }): NewEvent {
  const event = (summary: string) =>
    NewEvent.parse({
      type: 'VisitAnnounced',
      ...more,
      participants: [
        { party: 'BGD', role: 'visitor' },
        { party: 'PAK', role: 'host' },
      ],
      summary,
    });
  const stored = canonicalize(record(event('x'), { recordedAt: new Date(0).toISOString(), recordedBy })) ?? '';
  return event('x'.repeat(bytes - Buffer.byteLength(stored) + 1));
}

/** The name of a stream for a workload; names of one label and below 100 000 have one length. */
export const streamOf = (label: string, index: number): string => `visit/${label}-${String(index).padStart(5, '0')}`;

const typical = announcement();

/** The commits that a stream would hold after appends of so many events each, typical ones unless it is told others. */
export function commitsOf(stream: string, sizes: readonly number[], event = typical): Commit[] {
  const decider = deciderFor(stream);
  const commits: Commit[] = [];
  for (const [index, size] of sizes.entries()) {
    const composed = composeCommit({
      stream,
      commitId: `${stream}-${index}`,
      events: Array.from({ length: size }, () => event),
      recordedBy,
      decider,
      head: commits.at(-1),
      state: decider.initialState,
      now: new Date(),
    });
    if (composed !== undefined) commits.push(composed.commit);
  }
  return commits;
}
