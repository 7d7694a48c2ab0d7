import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { maxBodyBytes } from '#shared/api/protocol/body-of.ts';
import { parseRequest, type RequestContract } from '#shared/api/protocol/parse-request.ts';
import { appendCommitsRequest } from '#shared/api/appending/commits-resource.ts';
import { appendEventsRequest } from '#shared/api/appending/events-resource.ts';
import { readFeedRequest } from '#shared/api/feed/resource.ts';
import { readStreamRequest } from '#shared/api/streams/resource.ts';
import { readTimelineRequest } from '#shared/read-models/timeline/resource.ts';
import { type Given, problemOfRefused, request } from '#tests/support/requests.ts';

const refusal = (contract: () => RequestContract, given: Given) =>
  problemOfRefused(() => parseRequest(contract(), request(given))).document;

const post = {
  type: 'MeetingHeld',
  occurred: '2025-01-14',
  participants: [
    { party: 'BGD', role: 'participant' },
    { party: 'PAK', role: 'participant' },
  ],
};
const toRelation = { category: 'relation', id: 'BGD-PAK' };
const ofBody = (body: unknown) => refusal(appendEventsRequest, { parameters: toRelation, body }).errors;

describe('a body of events', () => {
  it('is one event or a list', () => {
    for (const body of [post, [post], [post, post]]) {
      const parsed = parseRequest(appendEventsRequest(), request({ parameters: toRelation, body }));
      expect(parsed).toMatchObject({ path: 'relation/BGD-PAK', body });
    }
  });

  const wrongs: [string, Record<string, unknown>, string, string][] = [
    ['an unknown party', { participants: [post.participants[0], { party: 'BD', role: 'host' }] }, '/participants/1/party', 'did you mean "BGD"'],
    ['an unknown role', { participants: [{ party: 'BGD', role: 'friend' }] }, '/participants/0/role', 'expected one of'],
    ['an unknown field', { ocurred: '2025' }, '/ocurred', 'Unknown field'],
    ['an unknown field further down', { place: { town: 'Dhaka', city: 'Dhaka' } }, '/place/town', 'Unknown field'],
    ['a field whose name has a slash', { 'a/b~c': 1 }, '/a~1b~0c', 'Unknown field'],
    ['a date that is none', { occurred: '2025-02-30' }, '/occurred', 'EDTF'],
    ['a date of another kind', { occurred: 20250114 }, '/occurred', 'EDTF'],
    ['a time of report that is none', { reportedAt: 'yesterday' }, '/reportedAt', 'expected an ISO 8601 date or UTC instant'],
    ['a list that is none', { topics: 'defence-ties' }, '/topics', 'expected array'],
    ['an empty list', { participants: [] }, '/participants', 'expected at least 1 entry, got 0'],
    ['an unknown type', { type: 'LunchHeld' }, '/type', 'expected a type of event, such as MeetingHeld'],
    ['no type', { type: undefined }, '/type', 'expected a type of event, such as MeetingHeld'],
    ['a credibility beyond the scale', { evidence: { credibility: 7 } }, '/evidence/credibility', 'from 1 to 6'],
    ['a dyad in the wrong order', { bearsOn: ['PAK-BGD'] }, '/bearsOn/0', '"BGD-PAK"'],
    ['an address that is none', { evidence: { reports: [{ publisher: 'ndtv', url: 'ndtv.com' }] } }, '/evidence/reports/0/url', 'http'],
  ]; // prettier-ignore

  it.each(wrongs)('with %s is refused at its place, for a single event and in a list', (_, wrong, pointer, words) => {
    const event = { ...post, ...wrong };
    const detail: unknown = expect.stringContaining(words);
    expect(ofBody(event)).toEqual([{ pointer, detail }]);
    expect(ofBody([post, event])).toEqual([{ pointer: `/1${pointer}`, detail }]);
  });

  it('is refused with every fault at once, and the first in a sentence', () => {
    const body = { ...post, occurred: 'soon', participants: [{ party: 'XXX', role: 'host' }], extra: 1 };
    const problem = refusal(appendEventsRequest, { parameters: toRelation, body });
    expect(problem.errors?.map(({ pointer }) => pointer)?.toSorted()).toEqual([
      '/extra',
      '/occurred',
      '/participants/0/party',
    ]);
    expect(problem).toMatchObject({ type: 'urn:chancery:problem:invalid-request', status: 400 });
    expect(problem.detail).toBe(`${problem.errors?.[0]?.pointer}: ${problem.errors?.[0]?.detail}`);
  });

  it.each([['null'], ['5'], ['"MeetingHeld"'], ['true'], ['[]']])('is not %s', (body) => {
    expect(ofBody(body)).toMatchObject([{ pointer: '' }]);
  });

  it('in a list is refused at the entry that is no event', () => {
    expect(ofBody([post, 5])).toMatchObject([{ pointer: '/1' }]);
  });
});

describe('a body of commits', () => {
  const ofCommits = (body: unknown) => refusal(appendCommitsRequest, { body }).errors;

  it('holds one to a hundred of them and nothing else', () => {
    expect(ofCommits({ commits: [] })).toMatchObject([{ pointer: '/commits' }]);
    expect(ofCommits({ commits: Array.from({ length: 101 }, () => ({})) })).toMatchObject([{ pointer: '/commits' }]);
    expect(ofCommits({ commits: [{}], dryRun: true })).toMatchObject([{ pointer: '/dryRun', detail: 'Unknown field' }]);
    expect(ofCommits({})).toMatchObject([{ pointer: '/commits' }]);
    expect(ofCommits([])).toMatchObject([{ pointer: '' }]);
  });
});

describe('the parameters of a request', () => {
  it.each([
    ['an unknown one', readFeedRequest, { offset: '3' }, { parameter: 'offset', detail: 'Unknown query parameter' }],
    [
      'a limit that is no number',
      readFeedRequest,
      { limit: 'ten' },
      { parameter: 'limit', detail: 'Expected a whole number from 1 to 1000' },
    ],
    ['no items at all', readFeedRequest, { limit: '0' }, { parameter: 'limit' }],
    ['too many items', readFeedRequest, { limit: '1001' }, { parameter: 'limit' }],
    ['half an item', readFeedRequest, { limit: '1.5' }, { parameter: 'limit' }],
    ['too long a wait', readFeedRequest, { wait: '21' }, { parameter: 'wait' }],
    ['version 0', readStreamRequest, { from: '0' }, { parameter: 'from' }],
    ['an unknown direction', readStreamRequest, { direction: 'up' }, { parameter: 'direction' }],
    [
      'a day that is none',
      readTimelineRequest,
      { from: '2025-02-30' },
      { parameter: 'from', detail: 'Expected a day, such as 2025-01-16' },
    ],
    ['an unknown type', readTimelineRequest, { type: 'MeetingHeld,LunchHeld' }, { parameter: 'type' }],
    ['an unknown modality', readTimelineRequest, { modality: 'rumoured' }, { parameter: 'modality' }],
    ['a credibility beyond the scale', readTimelineRequest, { minCredibility: '7' }, { parameter: 'minCredibility' }],
    ['an unknown order', readTimelineRequest, { order: 'random' }, { parameter: 'order' }],
    ['days in the wrong order', readTimelineRequest, { from: '2025-01-18', to: '2025-01-13' }, { parameter: 'to' }],
  ] as const)('are refused by name: %s', (_, contract, query, fault) => {
    // prettier-ignore
    const parameters = { ...toRelation, dyad: 'BGD-PAK' };
    expect(refusal(contract, { query, parameters }).errors).toMatchObject([fault]);
  });

  it('are numbers, days and lists', () => {
    const query = {
      from: '2025-01-13',
      to: '2025-01-13',
      type: 'MeetingHeld,CallHeld',
      minCredibility: '3',
      limit: '7',
    };
    expect(parseRequest(readTimelineRequest(), request({ query, parameters: { dyad: 'BGD-PAK' } })).query).toEqual({
      from: '2025-01-13',
      to: '2025-01-13',
      type: ['MeetingHeld', 'CallHeld'],
      minCredibility: 3,
      limit: 7,
      order: 'newest',
    });
  });

  it.each([
    ['flight', 'x', 'category', 'expected one of visit, agreement'],
    ['relation', 'PAK-BGD', 'id', '"relation/BGD-PAK"'],
    ['relation', 'BGD-XXX', 'id', 'party codes'],
    ['country', 'bgd', 'id', 'party code'],
    ['visit', 'dhaka/1974', 'id', '<category>/<id>'],
  ])('name a stream that cannot be: %s/%s, for its %s', (category, id, parameter, words) => {
    expect(refusal(readStreamRequest, { parameters: { category, id } }).errors).toEqual([
      { parameter, detail: expect.stringContaining(words) },
    ]);
  });

  it('are refused together with headers and body', () => {
    const given = { parameters: { category: 'visit', id: '' }, headers: { 'if-match': '3' }, body: {} };
    const problem = refusal(appendEventsRequest, given);
    expect(problem.errors).toMatchObject([{ parameter: 'id' }, { header: 'if-match' }, { pointer: '/type' }]);
  });
});

describe('a body', () => {
  const contract = () => ({ body: z.object({ name: z.string() }) }) as const;
  const parse = (given: Given) => parseRequest(contract(), request(given)).body;
  const json = '{"name":"Ḍhākā"}';

  it.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON', 'application/ld+json'])(
    'is JSON as %s',
    (type) => {
      expect(parse({ body: json, headers: { 'content-type': type } })).toEqual({ name: 'Ḍhākā' });
    },
  );

  it.each(['text/plain', 'application/jsonp', 'application/x-www-form-urlencoded', 'text/json', ''])(
    'is refused as %j',
    (type) => {
      const problem = problemOfRefused(() => parse({ body: json, headers: { 'content-type': type } }));
      expect(problem.document).toMatchObject({ type: 'urn:chancery:problem:unsupported-media-type', status: 415 });
      expect(problem.headers).toEqual({ 'Accept-Post': 'application/json' });
    },
  );

  it('may come in base64, as API Gateway sends what it takes for binary', () => {
    expect(parse({ body: Buffer.from(json).toString('base64'), isBase64Encoded: true })).toEqual({ name: 'Ḍhākā' });
  });

  it.each(['', '{', '{"name": "Dhaka",}', 'name=Dhaka', "{'name':'Dhaka'}"])(
    'is refused when it is no JSON: %j',
    (body) => {
      expect(refusal(contract, { body })).toMatchObject({ type: 'urn:chancery:problem:malformed-json', status: 400 });
    },
  );

  it('that is missing is no JSON either', () => {
    const given = { headers: { 'content-type': 'application/json' } };
    expect(refusal(contract, given)).toMatchObject({ type: 'urn:chancery:problem:malformed-json', status: 400 });
  });

  it('is taken up to its limit, in bytes, and not beyond', () => {
    const text = (bytes: number) =>
      `{"name":"${'é'.repeat(Math.floor((bytes - 11) / 2))}${'e'.repeat((bytes - 11) % 2)}"}`;
    expect(parse({ body: text(maxBodyBytes) })).toBeDefined();
    expect(refusal(contract, { body: text(maxBodyBytes + 1) })).toMatchObject({
      type: 'urn:chancery:problem:payload-too-large',
      status: 413,
      detail: `A body holds at most ${maxBodyBytes} bytes, not ${maxBodyBytes + 1}`,
    });
  });
});
