import { describe, expect, it } from 'vitest';
import { facetsOf } from '#shared/domain/events/facets.ts';
import { NewEvent } from '#shared/domain/events/new-event.ts';
import type { RecordedDiplomaticEvent, RecordedEvent } from '#shared/domain/events/recorded-event.ts';
import { record } from '#shared/domain/events/recorded-event.ts';
import { meeting } from '#tests/support/events.ts';
import { as } from '#tests/support/sample-event.ts';
import { recorder } from '#tests/support/recorder.ts';

const recording = { recordedAt: '2025-01-16T09:00:00.000Z', recordedBy: recorder() };
const address = { id: 'relation.BGD-PAK.1', stream: 'relation/BGD-PAK', version: 1 };
const talks: RecordedDiplomaticEvent = {
  ...address,
  ...record(
    meeting({
      ...as('PAK:participant', 'BGD:participant'),
      bearsOn: ['BGD-IND'],
      topics: ['trade', 'defence-ties'],
      evidence: { reliability: 'B', credibility: 2 },
    }),
    recording,
  ),
};
const correction = (fields: object): RecordedEvent => ({
  ...address,
  id: 'relation.BGD-PAK.2',
  version: 2,
  ...record(NewEvent.parse({ of: talks.id, ...fields }), recording),
});

describe('the facets of an event', () => {
  it('are who takes part, the relations it concerns, topics, quad class, modality and credibility', () => {
    expect(facetsOf(talks)).toEqual({
      parties: ['BGD', 'PAK'],
      dyads: ['BGD-IND', 'BGD-PAK'],
      topics: ['defence-ties', 'trade'],
      quadClass: 'verbal-cooperation',
      modality: 'held',
      credibility: 2,
    });
  });

  it('leave out what the event does not say', () => {
    const { topics: _topics, evidence: _evidence, cameo: _cameo, ...bare } = talks;
    expect(Object.keys(facetsOf(bare))).toEqual(['parties', 'dyads', 'modality']);
  });
});

describe('the facets of a correction', () => {
  it('are those of the event that it is about', () => {
    expect(facetsOf(correction({ type: 'EventRetracted', reason: 'false' }), talks)).toEqual(facetsOf(talks));
  });

  it('include those who took part before it', () => {
    const changes = { ...as('BGD:participant', 'CHN:participant'), topics: ['ports'] };
    expect(facetsOf(correction({ type: 'EventCorrected', changes }), talks)).toMatchObject({
      parties: ['BGD', 'CHN', 'PAK'],
      dyads: ['BGD-CHN', 'BGD-IND', 'BGD-PAK'],
      topics: ['defence-ties', 'ports', 'trade'],
    });
  });

  it('have the credibility and the modality that it gives the event', () => {
    const evidence = { reliability: 'B', credibility: 1 };
    expect(facetsOf(correction({ type: 'CredibilityAssessed', evidence }), talks)).toMatchObject({ credibility: 1 });
    expect(facetsOf(correction({ type: 'EventDenied', by: 'PAK' }), talks)).toMatchObject({ modality: 'denied' });
  });

  it('are not guessed without that event', () => {
    expect(() => facetsOf(correction({ type: 'EventConfirmed' }))).toThrow(
      'relation.BGD-PAK.2 is about relation.BGD-PAK.1, which is needed',
    );
  });
});
