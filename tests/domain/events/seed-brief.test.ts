import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { isCorrection } from '#shared/domain/corrections/correction-types.ts';
import type { StreamState } from '#shared/domain/streams/correctable.ts';
import { deciderFor } from '#shared/domain/streams/decider-for.ts';
import { eventId } from '#shared/domain/events/event-id.ts';
import { NewEvent } from '#shared/domain/events/new-event.ts';
import { record } from '#shared/domain/events/recorded-event.ts';
import { StreamName } from '#shared/domain/streams/stream-name.ts';
import { casesOf } from '#tests/support/given.ts';
import seed from '#infra/local/cli/demo/seed-brief.json' with { type: 'json' };
import { recorder } from '#tests/support/recorder.ts';

const Commit = z.strictObject({
  stream: StreamName,
  expectedVersion: z.int().min(0),
  idempotencyKey: z.string(),
  events: z.array(NewEvent).min(1),
});
const { commits } = z.strictObject({ commits: z.array(Commit) }).parse(seed);
const events = commits.flatMap((commit) => commit.events).filter((event) => !isCorrection(event));

describe('the seed brief', () => {
  it('holds 27 events in commits that each have a key of their own', () => {
    expect(events).toHaveLength(27);
    expect(new Set(commits.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(commits.length);
  });

  it('is accepted by the rules of every stream, each commit at the version it expects', () => {
    const streams = new Map<string, { version: number; state: StreamState; recorded: NewEvent[] }>();
    for (const { stream, expectedVersion, events: facts } of commits) {
      const decider = deciderFor(stream);
      let { version, state, recorded } = streams.get(stream) ?? {
        version: 0,
        state: decider.initialState,
        recorded: [],
      };
      expect(version).toBe(expectedVersion);
      for (const fact of facts) {
        const cases = casesOf(stream, recorded);
        for (const event of decider.decide(fact, state, version + 1, cases)) {
          version += 1;
          state = decider.evolve(state, event, version, cases);
          recorded = [...recorded, event];
        }
      }
      streams.set(stream, { version, state, recorded });
    }
    expect(Object.fromEntries([...streams].map(([stream, { version }]) => [stream, version]))).toEqual({
      'relation/BGD-IND': 1,
      'relation/BGD-PAK': 18,
      'relation/IND-PAK': 1,
      'agreement/tripartite-1974': 1,
      'visit/bhutto-dhaka-1974-06': 1,
      'mission/BGD-PAK': 1,
      'country/BGD': 1,
      'measure/bangladesh-entry-of-pakistanis': 1,
      'visit/kamr-ul-hassan-pakistan-2025-01': 1,
      'visit/isi-delegation-dhaka-2025-01': 1,
    });
  });

  it('refers only to events that were posted before', () => {
    const known = new Set<string>();
    for (const { stream, expectedVersion, events: facts } of commits) {
      for (const [index, fact] of facts.entries()) {
        const { partOf, reactsTo = [] } = isCorrection(fact) ? {} : fact;
        for (const id of partOf === undefined ? reactsTo : [partOf, ...reactsTo]) expect(known).toContain(id);
        known.add(eventId(stream, expectedVersion + index + 1));
      }
    }
  });

  it('leaves the day of the visit open, and its talks on a strategic partnership hypothetical', () => {
    const visit = events.find(({ type, thirdParties }) => type === 'VisitConducted' && thirdParties?.includes('IND'));
    expect(visit?.occurred).toBe('2025-01~');
    const rumoured = events.filter(({ modality }) => modality === 'hypothetical');
    expect(rumoured).toMatchObject([
      { type: 'TalksHeld', topics: ['strategic-partnership'], evidence: { reliability: 'F', credibility: 6 } },
    ]);
  });

  it('never makes talks about intelligence sharing an intelligence shared', () => {
    expect(events.map(({ type }) => type)).not.toContain('IntelligenceShared');
  });

  it('names one origin for the claims that rest on one press release', () => {
    const origins = events.flatMap(({ evidence }) => evidence?.reports?.map(({ origin }) => origin) ?? []);
    expect(origins.filter((origin) => origin !== undefined)).toEqual(['ispr', 'ispr', 'ispr']);
  });

  it('stores an event in about a kilobyte at most, its recorder included', () => {
    const recording = { recordedAt: '2025-01-16T09:30:00.000Z', recordedBy: recorder('local') };
    const sizes = events.map((event) => Buffer.byteLength(JSON.stringify(record(event, recording))));
    expect(Math.max(...sizes)).toBeLessThan(1100);
  });
});
