import canonicalize from 'canonicalize';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NewEvent } from '#shared/domain/events/new-event.ts';
import { arbitraryPost } from '#tests/support/arbitrary-post.ts';
import { as, samplePost } from '#tests/support/sample-event.ts';

/** `path: message` of everything that is wrong with a post. */
const violations = (post: unknown) =>
  NewEvent.safeParse(post).error?.issues.map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];

const meeting = { type: 'MeetingHeld', ...samplePost };

describe('a posted event', () => {
  it('is of the current schema version and held unless it says otherwise', () => {
    expect(NewEvent.parse(meeting)).toEqual({ ...meeting, schemaVersion: 1, modality: 'held' });
  });

  it('keeps the whole envelope', () => {
    const full = {
      ...meeting,
      schemaVersion: 1,
      modality: 'held',
      reportedAt: '2025-01-16T09:30:00Z',
      thirdParties: ['IND'],
      bearsOn: ['BGD-IND'],
      place: { country: 'PAK', city: 'Rawalpindi', site: 'GHQ', lat: 33.6, lon: -180 },
      topics: ['defence-ties', 'jf-17'],
      channel: 'in-person',
      level: 'senior-military',
      evidence: {
        reliability: 'B',
        credibility: 1,
        reports: [{ publisher: 'ndtv', reference: '7553031', url: 'https://example.org/a', publishedOn: '2025-01-25' }],
      },
      partOf: 'visit.kamr-ul-hassan-pakistan-2025-01.1',
      reactsTo: ['relation.BGD-PAK.1'],
      cameo: '040',
      summary: 'They met.',
    };
    expect(NewEvent.parse(full)).toEqual(full);
  });

  it.each<[string, Record<string, unknown>, string]>([
    ['an unknown field', { colour: 'red' }, 'Unrecognized key: "colour"'],
    ['an unknown role', as('BGD:host', 'PAK:guest'), 'participants.1.role: '],
    [
      'an unknown type',
      { type: 'MeetingHled' },
      'type: expected a type of event, such as MeetingHeld, or of correction, such as EventCorrected, got "MeetingHled"; did you mean "MeetingHeld"?',
    ],
    ['no type', { type: undefined }, 'type: expected a type of event, '],
    ['another schema version', { schemaVersion: 2 }, 'schemaVersion: expected 1, the current version of MeetingHeld'],
    ['an impossible day', { occurred: '2025-02-30' }, 'occurred: expected an EDTF'],
    ['no participants', { participants: [] }, 'participants: '],
    [
      'too many participants',
      { participants: Array.from({ length: 31 }, () => samplePost.participants[0]) },
      'participants: ',
    ],
    ['a wrong party', as('BD:host', 'PAK:visitor'), 'participants.0.party: expected an ISO 3166-1 alpha-3 code'],
    ['a wrong third party', { thirdParties: ['IND', 'IN'] }, 'thirdParties.1: expected an ISO 3166-1 alpha-3 code'],
    ['a reversed relation', { bearsOn: ['PAK-BGD'] }, 'bearsOn.0: expected the codes in order: "BGD-PAK"'],
    [
      'a time without zone',
      { reportedAt: '2025-01-16T09:30:00' },
      'reportedAt: expected an ISO 8601 date or UTC instant',
    ],
    ['a place without anything', { place: {} }, 'place: expected a country, a city, a site or coordinates'],
    ['half of coordinates', { place: { lat: 24.8 } }, 'place: expected both lat and lon, or neither'],
    ['a place beyond the pole', { place: { lat: 90.01, lon: 0 } }, 'place.lat: '],
    ['a place beyond the date line', { place: { lat: 0, lon: -180.01 } }, 'place.lon: '],
    [
      '301 participants',
      { participants: Array.from({ length: 301 }, () => meeting.participants[0]) },
      'participants: ',
    ],
    ['a topic with capitals', { topics: ['JF-17'] }, 'topics.0: expected kebab-case'],
    [
      'a credibility of 7',
      { evidence: { credibility: 7 } },
      'evidence.credibility: expected a credibility from 1 to 6',
    ],
    [
      'a report at no web address',
      { evidence: { reports: [{ publisher: 'x', url: 'javascript:0' }] } },
      'evidence.reports.0.url: ',
    ],
    [
      'a report by nobody',
      { evidence: { reports: [{ publisher: ' ' }] } },
      'evidence.reports.0.publisher: expected a text',
    ],
    ['a visit by name', { partOf: 'e01' }, 'partOf: expected the id of an event'],
    ['a code as a number', { cameo: 40 }, 'cameo: expected a CAMEO code'],
    ['a code out of range', { cameo: '21' }, 'cameo: expected a CAMEO code'],
    ['a summary without end', { summary: 'a'.repeat(2001) }, 'summary: '],
    ['half a character', { summary: '\ud83d' }, 'summary: expected well-formed Unicode'],
    ["another type's field", { title: 'Treaty' }, 'Unrecognized key: "title"'],
    ['a field of the record', { recordedBy: 'me' }, 'Unrecognized key: "recordedBy"'],
  ])('is refused with %s, naming it', (_what, fields, fault) => {
    expect(violations({ ...meeting, ...fields }).join('\n')).toContain(fault);
  });

  it('does not take a prototype for a field', () => {
    const post: unknown = JSON.parse(`{"__proto__": {"modality": "denied"}, ${JSON.stringify(meeting).slice(1)}`);
    expect(violations(post)).toEqual([': Unrecognized key: "__proto__"']);
  });

  it('has the fields that its type asks for', () => {
    expect(violations({ ...meeting, type: 'AgreementSigned' }).join()).toContain('title: ');
    expect(violations({ ...meeting, type: 'ContextEventRecorded' }).join()).toContain('kind: ');
    expect(violations({ ...meeting, type: 'AssessmentRecorded', claim: 'thaw' }).join()).toContain('author: ');
  });

  it('survives being stored as canonical JSON and read again', () => {
    fc.assert(
      fc.property(arbitraryPost, (post) => {
        const event = NewEvent.parse(post);
        const stored = canonicalize(event) ?? '';
        const read: unknown = JSON.parse(stored);
        expect(read).toEqual(event);
        expect(NewEvent.parse(read)).toEqual(event);
        expect(canonicalize(read)).toBe(stored);
      }),
      { numRuns: 300 },
    );
  });
});
