import { describe, expect, it } from 'vitest';
import type { EventTypeName } from '#shared/domain/events/event-types.ts';
import type { CorrectedEvent } from '#shared/domain/corrections/corrected-event.ts';
import { record } from '#shared/domain/events/recorded-event.ts';
import { scoredDyads } from '#shared/domain/scoring/scored-dyads.ts';
import { scoredFacts } from '#shared/domain/scoring/scored-facts.ts';
import { as, sampleEvent } from '#tests/support/sample-event.ts';
import { recorder } from '#tests/support/recorder.ts';

const recorded = (type: EventTypeName, fields: Record<string, unknown> = {}, more: object = {}): CorrectedEvent => ({
  ...record(sampleEvent(type, fields), { recordedAt: '2025-01-16T09:00:00.000Z', recordedBy: recorder() }),
  id: 'relation.BGD-PAK.1',
  stream: 'relation/BGD-PAK',
  version: 1,
  ...more,
});
const credible = (credibility: number) => ({ evidence: { credibility } });

describe('what an event counts for', () => {
  it('is its score on each scale, weighed by its credibility, in tenths', () => {
    expect(scoredFacts(recorded('MeetingHeld', { occurred: '2025-01-14', ...credible(2) }))).toEqual({
      id: 'relation.BGD-PAK.1',
      type: 'MeetingHeld',
      day: '2025-01-14',
      dyads: ['BGD-PAK'],
      quadClass: 'verbal-cooperation',
      weight: 8,
      scores: { goldstein: 10, plover: 25 },
    });
  });

  it.each([
    [1, 10],
    [2, 8],
    [3, 5],
    [4, 2],
    [6, 3],
  ])('weighs, with credibility %i, %i tenths', (credibility, weight) => {
    expect(scoredFacts(recorded('MeetingHeld', credible(credibility)))?.weight).toBe(weight);
  });

  it('has the weight of what cannot be judged until it is assessed', () => {
    expect(scoredFacts(recorded('MeetingHeld'))?.weight).toBe(3);
  });

  it('is the score of the code that the reporter gave', () => {
    expect(scoredFacts(recorded('MeetingHeld', { cameo: '190' }))).toMatchObject({
      quadClass: 'material-conflict',
      scores: { goldstein: -100, plover: 25 },
    });
  });

  it.each([
    ['2025-01-14', '2025-01-14'],
    ['2025-01-13/2025-01-18', '2025-01-13'],
    ['2025-01~', '2025-01-01'],
    ['1971', '1971-01-01'],
    ['2024', '2024-01-01'],
  ])('counts, when it occurred %s, on %s', (occurred, day) => {
    expect(scoredFacts(recorded('MeetingHeld', { occurred }))?.day).toBe(day);
  });

  it.each(['2024-08/..', '../2024', '197X', '1971/2024', '2024-01-01/2025-01-01'])(
    'is nothing when it may have occurred in more than a year: %s',
    (occurred) => {
      expect(scoredFacts(recorded('MeetingHeld', { occurred }))).toBeUndefined();
    },
  );

  it.each(['planned', 'hypothetical', 'denied'])('is nothing while it is %s', (modality) => {
    expect(scoredFacts(recorded('MeetingHeld', { modality }))).toBeUndefined();
  });

  it('is nothing once it was retracted or merged, and something though a party once denied what was confirmed later', () => {
    const facts = (more: object) => scoredFacts(recorded('MeetingHeld', {}, more));
    expect(facts({ withdrawn: { reason: 'false' } })).toBeUndefined();
    expect(facts({ withdrawn: { reason: 'merged', into: 'relation.BGD-PAK.2' } })).toBeUndefined();
    expect(facts({ deniedBy: ['PAK'] })).toBeDefined();
  });

  it('is nothing for what is improbable, for types that weigh nothing, and for a single party', () => {
    expect(scoredFacts(recorded('MeetingHeld', credible(5)))).toBeUndefined();
    expect(scoredFacts(recorded('ContextEventRecorded', { kind: 'war' }))).toBeUndefined();
    expect(scoredFacts(recorded('StatementMade', as('BGD:declarant')))).toBeUndefined();
  });

  it('leaves out the relations that it only bears on', () => {
    expect(scoredFacts(recorded('MeetingHeld', { bearsOn: ['BGD-IND'] }))?.dyads).toEqual(['BGD-PAK']);
  });
});

describe('the relations that an event is scored for', () => {
  const dyads = (...pairs: `${string}:${string}`[]) => scoredDyads(as(...pairs).participants as never);

  it('are those of all its participants when it has no sides', () => {
    expect(dyads('BGD:participant', 'PAK:participant', 'IND:mediator')).toEqual(['BGD-IND', 'BGD-PAK', 'IND-PAK']);
    expect(dyads('BGD:signatory', 'PAK:signatory', 'CHN:host')).toEqual(['BGD-CHN', 'BGD-PAK', 'CHN-PAK']);
    expect(dyads('BGD:declarant', 'PAK:declarant')).toEqual(['BGD-PAK']);
  });

  it('are not those within a side', () => {
    expect(dyads('USA:source', 'GBR:source', 'RUS:target')).toEqual(['GBR-RUS', 'RUS-USA']);
    expect(dyads('BGD:visitor', 'PAK:host', 'CHN:host')).toEqual(['BGD-CHN', 'BGD-PAK']);
  });

  it('are those with a party that is on neither side, or on both', () => {
    expect(dyads('BGD:visitor', 'PAK:host', 'CHN:participant')).toEqual(['BGD-CHN', 'BGD-PAK', 'CHN-PAK']);
    expect(dyads('BGD:source', 'BGD:target', 'PAK:source', 'IND:target')).toEqual(['BGD-IND', 'BGD-PAK', 'IND-PAK']);
  });

  it('are never those with an observer', () => {
    expect(dyads('BGD:source', 'PAK:target', 'x-un:observer')).toEqual(['BGD-PAK']);
  });
});
