import { describe, expect, it } from 'vitest';
import { visitOn } from '#shared/domain/lifecycles/visit.ts';
import { stepsIn, type Told } from '#tests/support/steps-in.ts';

const who = 'BGD:visitor PAK:host';
const visit = (...told: readonly Told[]) => stepsIn('visit/dhaka', ...told);
const statusOn = (day: string, ...told: readonly Told[]) => visitOn(day, visit(...told))?.status;

const announced: Told = ['VisitAnnounced', '2025-01-02', who, { plannedFor: '2025-01-13/2025-01-18' }];
const conducted: Told = ['VisitConducted', '2025-01-13/2025-01-18', who];
const cancelled: Told = ['VisitCancelled', '2025-01-05', who];

describe('the status of a visit', () => {
  it.each([
    ['2025-01-01', undefined],
    ['2025-01-02', 'upcoming'],
    ['2025-01-12', 'upcoming'],
    ['2025-01-13', 'under-way'],
    ['2025-01-18', 'under-way'],
    ['2025-01-19', 'overdue'],
  ])('that is only announced is on %s: %s', (day, status) => {
    expect(statusOn(day, announced)).toBe(status);
  });

  it.each([
    ['2025-01-01', 'upcoming'],
    ['2025-01-13', 'under-way'],
    ['2025-01-18', 'under-way'],
    ['2025-01-19', 'conducted'],
  ])('that was held is on %s: %s', (day, status) => {
    expect(statusOn(day, conducted)).toBe(status);
    expect(statusOn(day, conducted, announced)).toBe(status);
  });

  it('is that of the last act before the day, in whatever order they were recorded', () => {
    expect(statusOn('2025-01-04', cancelled, announced)).toBe('upcoming');
    expect(statusOn('2025-01-05', cancelled, announced)).toBe('cancelled');
    expect(statusOn('2025-01-20', cancelled, announced)).toBe('cancelled');
    const anew: Told = ['VisitAnnounced', '2025-01-08', who, { plannedFor: '2025-02' }];
    expect(statusOn('2025-01-08', anew, cancelled, announced)).toBe('upcoming');
  });

  it('is postponed until there is a new date', () => {
    const postponed: Told = ['VisitPostponed', '2025-01-10', who];
    expect(visitOn('2025-01-20', visit(announced, postponed))).toMatchObject({ status: 'postponed', planned: null });
    const to: Told = ['VisitPostponed', '2025-01-10', who, { plannedFor: '2025-04-15' }];
    expect(visitOn('2025-01-20', visit(announced, to))).toMatchObject({
      status: 'upcoming',
      planned: { date: '2025-04-15', from: '2025-04-15', to: '2025-04-15', event: 'visit.dhaka.2' },
    });
  });

  it('is not under way before the last day for which a vague plan leaves it open to begin', () => {
    const vague: Told = ['VisitAnnounced', '2025-01-02', who, { plannedFor: '2025-02~' }];
    expect(['2025-02-10', '2025-02-28', '2025-03-01'].map((day) => statusOn(day, vague))).toEqual([
      'upcoming',
      'under-way',
      'overdue',
    ]);
  });

  it('is conducted once it is concluded, also without a known end', () => {
    const begun: Told = ['VisitConducted', '2025-01-13/..', who];
    const concluded: Told = ['VisitConcluded', '2025-01-18', who];
    expect(statusOn('2025-01-20', begun)).toBe('under-way');
    expect(statusOn('2025-01-17', begun, concluded)).toBe('under-way');
    expect(visitOn('2025-01-18', visit(begun, concluded))).toMatchObject({
      status: 'conducted',
      actual: { from: '2025-01-13', to: '2025-01-18' },
    });
  });

  it('is unconfirmed while nothing held is known, and there is no visit when all was withdrawn', () => {
    const maybe: Told = ['VisitConducted', '2025-01', who, { modality: 'hypothetical' }];
    const retracted: Told = ['VisitConducted', '2025-01', who, { withdrawn: { reason: 'false' } }];
    expect(visitOn('2025-01-20', visit(maybe))).toMatchObject({
      status: 'unconfirmed',
      events: [{ modality: 'hypothetical' }],
    });
    expect(visitOn('2025-01-20', visit(retracted))).toBeUndefined();
    expect(visitOn('2025-01-20', [])).toBeUndefined();
  });
});

describe('a visit in the calendar', () => {
  it('says who, where, at what level, and what it rests on', () => {
    const person = { id: 'person:bgd-yunus', name: 'M Yunus' };
    const told: Told[] = [
      [
        'VisitAnnounced',
        '2025-01-02',
        who,
        { plannedFor: '2025-01-13', summary: 'To come.', place: { city: 'Lahore' } },
      ],
      ['VisitConducted', '2025-01-13', who, { level: 'head-of-government', place: { city: 'Islamabad' } }],
    ];
    const course = visit(...told).map((event) => ({
      ...event,
      participants: event.participants.map((one) => (one.role === 'visitor' ? { ...one, person } : one)),
    }));
    expect(visitOn('2025-02-01', course)).toMatchObject({
      id: 'dhaka',
      stream: 'visit/dhaka',
      visitors: ['BGD'],
      hosts: ['PAK'],
      people: [{ party: 'BGD', role: 'visitor', person }],
      place: { city: 'Islamabad' },
      level: 'head-of-government',
      summary: 'To come.',
      changes: 1,
      knownSince: '2025-01-02T12:00:00.000Z',
      listedBy: 'visit.dhaka.2',
      events: [{ type: 'VisitAnnounced' }, { type: 'VisitConducted' }],
    });
  });

  it('counts every report and every correction as a change', () => {
    const course = visit(announced, conducted).map((event) => ({ ...event, corrections: 2 }));
    expect(visitOn('2025-02-01', course)?.changes).toBe(5);
  });

  it('is listed by the event that says when it is', () => {
    const listedBy = (...told: readonly Told[]) => visitOn('2025-02-01', visit(...told))?.listedBy;
    expect(listedBy(announced, cancelled)).toBe('visit.dhaka.1');
    expect(listedBy(cancelled)).toBe('visit.dhaka.1');
    expect(listedBy(announced, ['VisitAnnounced', '2025-01-03', who])).toBe('visit.dhaka.1');
    expect(listedBy(announced, ['VisitPostponed', '2025-01-03', who])).toBe('visit.dhaka.2');
    expect(listedBy(announced, conducted)).toBe('visit.dhaka.2');
  });
});
