import { describe, expect, it } from 'vitest';
import { signedCursors } from '#shared/cursor.ts';
import { feedPosition } from '#shared/feed/feed-cursor.ts';
import { parseRequest, type RequestContract } from '#shared/api/protocol/parse-request.ts';
import { appendCommitsRequest } from '#shared/api/appending/commits-resource.ts';
import { appendEventsRequest } from '#shared/api/appending/events-resource.ts';
import { findPeopleRequest } from '#shared/read-models/people/resource.ts';
import { promoteGenerationRequest } from '#shared/api/generations/resource.ts';
import { readTimelineRequest } from '#shared/read-models/timeline/resource.ts';
import { dyadScoreRequest } from '#shared/read-models/scores/score-parameters.ts';
import { replaySubscriptionRequest } from '#shared/subscriptions/webhooks/delivery-resource.ts';
import { createSubscriptionRequest } from '#shared/subscriptions/webhooks/resource.ts';
import { meeting } from '#tests/support/events.ts';
import { type Given, problemOfRefused, request } from '#tests/support/requests.ts';

const refusal = (contract: () => RequestContract, given: Given) =>
  problemOfRefused(() => parseRequest(contract(), request(given))).document;
const toRelation = { category: 'relation', id: 'BGD-PAK' };
const ofEvent = (body: unknown) => refusal(appendEventsRequest, { parameters: toRelation, body });

describe('an error names the place, what was expected, and what was given', () => {
  it.each([
    ['null', 'body: expected an event or a list of events, got null'],
    ['[]', 'body: expected at least 1 entry, got 0'],
    ['"MeetingHeld"', 'body: expected an event or a list of events, got "MeetingHeld"'],
  ])('where the whole body is no event: %s', (body, detail) => {
    expect(ofEvent(body).detail).toBe(detail);
  });

  it.each([
    ['a role that is none', { participants: [{ party: 'BGD', role: 'friend' }] }, '/participants/0/role', /^expected one of visitor, host, .*, got "friend"$/],
    ['a name that is missing', { participants: [{ party: 'BGD', role: 'host', person: { id: 'person:x' } }] }, '/participants/0/person/name', /^expected string, got nothing$/],
    ['a text that is too long', { summary: 'x'.repeat(2001) }, '/summary', /^expected at most 2000 characters, got 2001$/],
    ['too many', { topics: Array.from({ length: 31 }, (_, number) => `t-${number}`) }, '/topics', /^expected at most 30 entries, got 31$/],
    ['another kind', { place: 'Dhaka' }, '/place', /^expected object, got "Dhaka"$/],
    ['a day that is none', { evidence: { reports: [{ publisher: 'BSS', publishedOn: 'soon' }] } }, '/evidence/reports/0/publishedOn', /^expected a day, .* got "soon"$/],
    ['an interval that ends before it begins', { occurred: '2025-01-18/2025-01-13' }, '/occurred', /^expected an interval that does not end before it begins, got "2025-01-18\/2025-01-13"$/],
    ['no date', { occurred: undefined }, '/occurred', /^expected an EDTF .*, got nothing$/],
    ['a date that is none', { occurred: '2025-02-30' }, '/occurred', /^expected an EDTF .*, got "2025-02-30"$/],
    ['a type that is none', { type: 'LunchHeld' }, '/type', /^expected a type of event, such as MeetingHeld, .*, got "LunchHeld"$/],
  ])('where a field is wrong: %s', (_, wrong, pointer, detail) => {
    expect(ofEvent({ ...meeting(), ...wrong }).errors).toEqual([{ pointer, detail: expect.stringMatching(detail) }]);
  }); // prettier-ignore

  it('where a parameter or a field is missing', () => {
    expect(refusal(findPeopleRequest, { query: {} }).errors).toMatchObject([{ parameter: 'name', detail: expect.stringContaining('got nothing') }]);
    expect(refusal(createSubscriptionRequest, { body: {} }).errors).toEqual([{ pointer: '/url', detail: 'expected string, got nothing' }]);
    expect(refusal(appendCommitsRequest, { body: null }).errors).toMatchObject([{ pointer: '', detail: 'expected object, got null' }]);
  }); // prettier-ignore

  it('where a number is beyond its bounds', () => {
    const asked = (limit: string) => refusal(readTimelineRequest, { parameters: { dyad: 'BGD-PAK' }, query: { limit } });
    for (const limit of ['1001', '0', '1.5', 'many']) {
      expect(asked(limit).detail).toBe('limit: Expected a whole number from 1 to 1000');
    }
  }); // prettier-ignore

  it.each([
    [readTimelineRequest, 'from', '-0044-03-15', 'Expected a day, such as 2025-01-16'],
    [readTimelineRequest, 'asOf', '-000044-03-15T00:00:00Z', 'Expected an instant with its offset, such as'],
    [dyadScoreRequest, 'from', '-0044-03', 'Expected a month, such as 2025-01'],
  ])('where a year before 0000 is asked for: %o', (contract, parameter, value, detail) => {
    const { errors } = refusal(contract, { parameters: { dyad: 'BGD-PAK' }, query: { [parameter]: value } });
    expect(errors).toEqual([{ parameter, detail: expect.stringContaining(detail) }]);
  });

  it('where the name of a stream is too long', () => {
    const { errors } = refusal(appendEventsRequest, {
      parameters: { category: 'visit', id: 'a'.repeat(75) },
      body: [],
    });
    expect(errors).toMatchObject([{ parameter: 'id', detail: 'expected at most 80 characters, got 81' }, {}, {}]);
  });

  it('where a "+" was not encoded, and came as a space', () => {
    const query = { asOf: '2025-01-20T12:00:00 02:00' };
    expect(refusal(readTimelineRequest, { parameters: { dyad: 'BGD-PAK' }, query }).errors).toEqual([
      {
        parameter: 'asOf',
        detail:
          'Expected an instant with its offset, such as 2025-01-20T12:00:00Z, got "2025-01-20T12:00:00 02:00": ' +
          'a "+" in a URL means a space, write it as %2B',
      },
    ]);
  });

  it('where a cursor is none, by whatever name it came', () => {
    const cursors = signedCursors(() => ['key']);
    const detail = expect.stringMatching(/^Expected a cursor of this list .*, got "yesterday"$/) as string;
    expect(problemOfRefused(() => cursors.verify('list', 'yesterday')).document.errors).toEqual([{ parameter: 'cursor', detail }]);
    for (const at of [{ parameter: 'atLeast' }, { pointer: '/from/after' }]) {
      expect(problemOfRefused(() => feedPosition(cursors, 'yesterday', at)).document.errors).toEqual([{ ...at, detail }]);
    }
  }); // prettier-ignore
});

describe('a request without a body and without a media type', () => {
  it('is taken where all fields of the body are optional', () => {
    expect(parseRequest(promoteGenerationRequest(), request({ parameters: { name: 'timeline' } })).body).toEqual({});
  });

  it('is told of the fields that are missing elsewhere', () => {
    const parameters = { subscriptionId: 'one' };
    expect(refusal(replaySubscriptionRequest, { parameters })).toMatchObject({
      status: 400,
      errors: [{ pointer: '/from', detail: expect.stringContaining('expected "beginning", "now" or') }],
    });
    expect(refusal(appendEventsRequest, { parameters: toRelation })).toMatchObject({
      status: 400,
      errors: [{ pointer: '/type' }],
    });
  });
});
