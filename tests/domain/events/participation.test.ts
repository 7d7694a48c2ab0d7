import { describe, expect, it } from 'vitest';
import { violationsOfChanges } from '#shared/domain/corrections/changes-of-type.ts';
import { eventType, type EventTypeName, eventTypes } from '#shared/domain/events/event-types.ts';
import { eventSchemas, NewEvent } from '#shared/domain/events/new-event.ts';
import { Role } from '#shared/domain/events/participant.ts';
import { as, participantsFor } from '#tests/support/sample-event.ts';

/** What only some types ask for. */
const required: Readonly<Record<string, object>> = {
  AgreementSigned: { title: 'Tripartite agreement' },
  AmbassadorRecalled: { recall: 'for-consultations' },
  ContextEventRecorded: { kind: 'election' },
  AssessmentRecorded: { claim: 'thaw', author: 'analyst' },
};

type Pairs = Parameters<typeof as>;
const post = (type: string, participants: object = participantsFor(type)) => ({
  type,
  occurred: '2025-01-14',
  ...required[type],
  ...participants,
});

/** `path: message` of everything that is wrong with the participants of an event. */
const violations = (type: string, ...pairs: Pairs) =>
  NewEvent.safeParse(post(type, as(...pairs))).error?.issues.map(
    ({ path, message }) => `/${path.join('/')}: ${message}`,
  ) ?? [];

const types = Object.keys(eventTypes);
const schemas = new Set<string>(eventSchemas().map(({ shape }) => shape.type.value));

describe('every type of event', () => {
  it.each(types)('has a schema and takes those whom its rule asks for: %s', (type) => {
    expect(schemas).toContain(type);
    expect(NewEvent.safeParse(post(type)).error?.issues ?? []).toEqual([]);
  });

  it.each(types)('refuses others than its rule allows, naming who: %s', (type) => {
    const { needs = [], allows = [] } = eventType(type)?.participation ?? {};
    const { participants } = participantsFor(type);
    for (const role of Role.options.filter((one) => ![...needs, ...allows].includes(one))) {
      const wrong = { participants: [...participants, { party: 'IND', role }] };
      expect(NewEvent.safeParse(post(type, wrong)).error?.issues).toMatchObject([
        { path: ['participants', participants.length, 'role'], message: expect.stringContaining(`got ${role}`) },
      ]);
    }
  });

  it.each(types)('refuses too few participants: %s', (type) => {
    const { needs = [], parties = 0 } = eventType(type)?.participation ?? {};
    const { participants } = participantsFor(type);
    expect(needs.length + parties).toBeGreaterThan(0);
    for (const [index] of participants.entries()) {
      const others = participants.filter((_, other) => other !== index);
      const [issue] = NewEvent.safeParse(post(type, { participants: others })).error?.issues ?? [];
      expect(issue?.path).toEqual(['participants']);
    }
  });
});

describe('the participants of an event', () => {
  it.each<[string, string, Pairs, string]>([
    ['a visit', 'VisitConducted', ['BGD:visitor'], 'expected a participant as visitor and one as host, got none as host'],
    ['a visit', 'VisitAnnounced', ['BGD:visitor', 'BGD:host'], 'expected different parties as visitor and host, got BGD as both'],
    ['a meeting', 'MeetingHeld', ['BGD:participant', 'BGD:host'], 'expected at least 2 different parties, got only BGD'],
    ['a criticism', 'CriticismExpressed', ['PAK:source'], 'expected a participant as source and one as target, got none as target'],
    ['an agreement', 'AgreementSigned', ['BGD:observer'], 'expected a participant as signatory, got none as signatory'],
    ['an expulsion', 'DiplomatExpelled', ['BGD:sender'], 'expected a participant as sender and one as receiver, got none as receiver'],
    ['a mediation', 'MediationConducted', ['BGD:participant', 'PAK:participant'], 'expected a participant as mediator and one as participant, got none as mediator'],
  ])('of %s are told what was expected', (_, type, pairs, message) => {
    expect(violations(type, ...pairs)).toEqual([`/participants: ${message}`]);
  }); // prettier-ignore

  it('may be several in one role', () => {
    expect(violations('VisitConducted', 'BGD:visitor', 'IND:visitor', 'PAK:host')).toEqual([]);
    expect(violations('MediationConducted', 'x-un:mediator', 'BGD:participant', 'PAK:participant')).toEqual([]);
  });

  it('get all violations at once', () => {
    expect(violations('SanctionImposed', 'PAK:host')).toEqual([
      '/participants/0/role: expected one of source, target, observer, got host',
      '/participants: expected a participant as source and one as target, got none as source',
      '/participants: expected a participant as source and one as target, got none as target',
    ]);
  });
});

describe('changes of an event', () => {
  const changed = (type: EventTypeName, changes: object) => violationsOfChanges(type, changes);

  it('are taken as its type takes them', () => {
    expect(changed('VisitConducted', as('IND:visitor', 'PAK:host'))).toEqual([]);
    expect(changed('MeetingHeld', { level: 'minister', summary: 'They met.' })).toEqual([]);
  });

  it('are refused as its type refuses them', () => {
    expect(changed('VisitConducted', as('BGD:source', 'PAK:host'))).toEqual([
      '/changes/participants/0/role: expected one of visitor, host, participant, observer, got source',
      '/changes/participants: expected a participant as visitor and one as host, got none as visitor',
    ]);
    expect(changed('MissionOpened', { level: 'minister' }).join()).toContain('/changes/level: ');
  });
});
