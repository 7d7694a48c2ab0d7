import { describe, expect, it } from 'vitest';
import { correctedEvent } from '#shared/domain/corrections/corrected-event.ts';
import type { Correction } from '#shared/domain/corrections/correction.ts';
import { correctionTypes, isCorrection } from '#shared/domain/corrections/correction-types.ts';
import { NewEvent } from '#shared/domain/events/new-event.ts';
import { type Recorded, type RecordedDiplomaticEvent, record } from '#shared/domain/events/recorded-event.ts';
import { as, sampleEvent } from '#tests/support/sample-event.ts';
import { recorder } from '#tests/support/recorder.ts';

const id = 'relation.BGD-PAK.1';

const recorded = (fields: Record<string, unknown> = {}): RecordedDiplomaticEvent => ({
  id,
  stream: 'relation/BGD-PAK',
  version: 1,
  ...record(sampleEvent('MeetingHeld', fields), { recordedAt: '2025-01-16T09:00:00.000Z', recordedBy: recorder() }),
});

const correction = (type: string, fields: object = {}): Correction & Pick<Recorded, 'recordedAt'> => {
  const event = NewEvent.parse({ type, of: id, ...fields });
  if (!isCorrection(event)) throw new Error(`${type} is no correction`);
  return { ...event, recordedAt: '2025-01-20T09:00:00.000Z' };
};

const press = { publisher: 'Dawn', title: 'Visit', origin: 'ispr' };
const daily = { publisher: 'The Daily Star', origin: 'ispr' };

describe('an event without corrections', () => {
  it('is as it was recorded', () => {
    expect(correctedEvent(recorded(), [])).toEqual(recorded());
  });
});

describe('a corrected event', () => {
  it('has the fields that were corrected, and keeps the others', () => {
    const { participants } = as('BGD:participant', 'IND:participant');
    const changes = { participants, topics: ['trade'], summary: 'They met about trade.' };
    expect(correctedEvent(recorded({ topics: ['jf-17'], channel: 'phone' }), [correction('EventCorrected', { changes })])).toEqual({ ...recorded({ channel: 'phone' }), ...changes, corrections: 1 }); // prettier-ignore
  });

  it('happened when its refined date says', () => {
    const refined = correction('EventDateRefined', { occurred: '2025-01-13/2025-01-18' });
    expect(correctedEvent(recorded(), [refined])).toEqual({
      ...recorded(),
      occurred: '2025-01-13/2025-01-18',
      corrections: 1,
    });
  });

  it.each(['duplicate', 'false', 'out-of-scope'])(
    'is withdrawn, with the reason, when it is retracted as %s',
    (reason) => {
      expect(correctedEvent(recorded(), [correction('EventRetracted', { reason })])).toEqual({
        ...recorded(),
        withdrawn: { reason },
        corrections: 1,
      });
    },
  );

  it('is withdrawn, and leads to the other, when it is merged', () => {
    const into = 'visit.dhaka.3';
    expect(correctedEvent(recorded(), [correction('EventsMerged', { into })])).toEqual({
      ...recorded(),
      withdrawn: { reason: 'merged', into },
      corrections: 1,
    });
  });

  it.each(['planned', 'hypothetical', 'denied'])('was held when it is confirmed, and not only %s', (modality) => {
    expect(correctedEvent(recorded({ modality }), [correction('EventConfirmed')])).toEqual({
      ...recorded({ modality: 'held' }),
      corrections: 1,
    });
  });

  it('is denied by each who denies it, named once', () => {
    const by = ['PAK', 'BGD', 'PAK'].map((party) => correction('EventDenied', { by: party }));
    expect(correctedEvent(recorded(), by)).toEqual({
      ...recorded({ modality: 'denied' }),
      deniedBy: ['PAK', 'BGD'],
      corrections: 3,
    });
  });

  it('rests on each report once, in the order in which they came', () => {
    const attached = [press, daily, press].map((report) => correction('ReportAttached', { report }));
    const evidence = { reliability: 'B', credibility: 2 };
    expect(correctedEvent(recorded(), attached).evidence).toEqual({ reports: [press, daily] });
    expect(correctedEvent(recorded({ evidence: { ...evidence, reports: [daily] } }), attached)).toEqual({
      ...recorded({ evidence: { ...evidence, reports: [daily, press] } }),
      corrections: 3,
    });
  });

  it('is as credible as it was last assessed, on the reports that it has', () => {
    const assessed = [
      correction('CredibilityAssessed', { evidence: { reliability: 'C', credibility: 4 } }),
      correction('CredibilityAssessed', { evidence: { reliability: 'B', credibility: 2 } }),
    ];
    const evidence = { reliability: 'F', credibility: 6, reports: [press] };
    expect(correctedEvent(recorded({ evidence }), assessed)).toEqual({
      ...recorded({ evidence: { reliability: 'B', credibility: 2, reports: [press] } }),
      corrections: 2,
    });
  });

  it('is what the last word says, word by word, in any number of steps', () => {
    const words = [
      correction('EventDenied', { by: 'PAK' }),
      correction('EventDateRefined', { occurred: '2025-01-15' }),
      correction('EventConfirmed'),
      correction('EventDateRefined', { occurred: '2025-01-16' }),
    ];
    const all = correctedEvent(recorded(), words);
    expect(all).toMatchObject({ modality: 'held', deniedBy: ['PAK'], occurred: '2025-01-16', corrections: 4 });
    const stepwise = words.reduce((seen, word) => correctedEvent(seen, [word]), recorded());
    expect(stepwise).toEqual(all);
  });

  it('leaves the event that was recorded as it was', () => {
    const event = recorded({ evidence: { reports: [daily] } });
    correctedEvent(event, [correction('ReportAttached', { report: press }), correction('EventDenied', { by: 'PAK' })]);
    expect(event).toEqual(recorded({ evidence: { reports: [daily] } }));
  });

  it('keeps its address, and who recorded it when', () => {
    const fields: Readonly<Record<keyof typeof correctionTypes, object>> = {
      EventCorrected: { changes: { summary: 'Another' } },
      EventDateRefined: { occurred: '2025-01-15' },
      EventRetracted: { reason: 'false' },
      EventConfirmed: {},
      EventDenied: { by: 'PAK' },
      ReportAttached: { report: press },
      EventsMerged: { into: 'visit.dhaka.3' },
      EventsDistinguished: { from: ['visit.dhaka.3'] },
      CredibilityAssessed: { evidence: { reliability: 'B', credibility: 2 } },
    };
    const { stream, version, type, recordedAt, recordedBy } = recorded();
    for (const [name, more] of Object.entries(fields)) {
      const corrected = correctedEvent(recorded(), [correction(name, more)]);
      expect(corrected).toMatchObject({ id, stream, version, type, recordedAt, recordedBy, corrections: 1 });
    }
  });
});

describe('a posted correction', () => {
  it.each([
    ['EventCorrected', { changes: {} }],
    ['EventCorrected', { changes: { occurred: '2025-01-15' } }],
    ['EventCorrected', { changes: { modality: 'held' } }],
    ['EventCorrected', { changes: { type: 'CallHeld' } }],
    ['EventDateRefined', {}],
    ['EventDateRefined', { occurred: 'soon' }],
    ['EventRetracted', { reason: 'merged' }],
    ['EventConfirmed', { modality: 'held' }],
    ['EventDenied', {}],
    ['EventDenied', { by: 'PK' }],
    ['ReportAttached', { report: {} }],
    ['EventsMerged', { into: 'another' }],
    ['EventsDistinguished', { from: ['another'] }],
    ['EventsDistinguished', { from: [] }],
    ['EventsDistinguished', { from: Array.from({ length: 21 }, (_, at) => `visit.dhaka.${at + 2}`) }],
    ['CredibilityAssessed', { evidence: { reliability: 'B' } }],
    ['CredibilityAssessed', { evidence: { credibility: 2 } }],
  ])('of type %s is refused with %j', (type, fields) => {
    expect(NewEvent.safeParse({ type, of: id, ...fields }).success).toBe(false);
  });

  it.each(Object.keys(correctionTypes))('of type %s names the event that it is about by its id', (type) => {
    const { error } = NewEvent.safeParse({ type, of: 'the meeting' });
    expect(error?.issues.map(({ path }) => path.join('.'))).toContain('of');
  });
});
