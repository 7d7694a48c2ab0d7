import { describe, expect, it } from 'vitest';
import { aViolation, aProblem } from '#tests/support/a-problem.ts';
import { useCloud } from '#tests/support/cloud.ts';
import { freshRelation } from '#tests/support/fresh-relation.ts';

const { api } = useCloud();

describe('a posted event', () => {
  const { path, meeting } = freshRelation();
  const someone = { party: 'ARG', role: 'participant' };

  it.for([
    ['a field that is unknown', meeting({ colour: 'red' }), '/colour'],
    ['a field whose name needs escaping', meeting({ 'a/b~c': 1 }), '/a~1b~0c'],
    ['an unknown field further down', meeting({ place: { city: 'Geneva', planet: 'Earth' } }), '/place/planet'],
    ['a type that is unknown', meeting({ type: 'MeetingImagined' }), '/type'],
    ['no type', meeting({ type: undefined }), '/type'],
    ['a party that is not a code', meeting({ participants: [{ ...someone, party: 'XXX' }] }), '/participants/0/party'],
    ['a party by a code of no list', meeting({ participants: [{ ...someone, party: 'AR' }] }), '/participants/0/party'],
    [
      'a party nobody declared',
      meeting({ participants: [{ ...someone, party: 'x-atlantis' }] }),
      '/participants/0/party',
    ],
    ['nobody taking part', meeting({ participants: [] }), '/participants'],
    ['a day that does not exist', meeting({ occurred: '2025-02-30' }), '/occurred'],
    ['words for a date', meeting({ occurred: 'last week' }), '/occurred'],
    ['no date', meeting({ occurred: undefined }), '/occurred'],
    ['a modality that is none', meeting({ modality: 'rumoured' }), '/modality'],
    ['a credibility off the scale', meeting({ evidence: { credibility: 7 } }), '/evidence/credibility'],
    ['a schema version to come', meeting({ schemaVersion: 2 }), '/schemaVersion'],
    ['a time of recording', meeting({ recordedAt: '2025-01-14T00:00:00Z' }), '/recordedAt'],
    ['a recorder', meeting({ recordedBy: 'somebody-else' }), '/recordedBy'],
    ['what no event is', 'a sentence', ''],
    ['no events', [], ''],
  ] as const)('with %s is refused, and the place is named', async ([, event, pointer]) => {
    const refused = await api.post(path, JSON.stringify(event));
    expect(refused).toMatchObject(aViolation({ pointer }));
  });

  it('of a list is named by its place there, and every fault is', async () => {
    const refused = await api.post(path, [meeting(), meeting({ colour: 'red', occurred: '2025-13' })]);
    expect(refused).toMatchObject(aProblem('invalid-request'));
    const { errors } = refused.body as { errors: { pointer: string }[] };
    expect(errors.map(({ pointer }) => pointer).toSorted()).toEqual(['/1/colour', '/1/occurred']);
  });

  it('that was refused leaves nothing behind', async () => {
    expect(await api.get(path)).toMatchObject(aProblem('not-found'));
  });
});

describe('the path of an append', () => {
  const { meeting } = freshRelation();

  it.for([
    ['a category that is unknown', '/streams/gossip/ARG-BRA/events', 'category'],
    ['a relation the wrong way round', '/streams/relation/BRA-ARG/events', 'id'],
    ['a relation of one', '/streams/relation/ARG-ARG/events', 'id'],
    ['a relation of nobody', '/streams/relation/XXX-YYY/events', 'id'],
    ['a country that is none', '/streams/country/Argentina/events', 'id'],
    ['a name that is none', '/streams/visit/a%20b/events', 'id'],
  ] as const)('with %s is refused', async ([, path, parameter]) => {
    expect(await api.post(path, meeting())).toMatchObject(aViolation({ parameter }));
    expect(await api.get(path)).toMatchObject(aViolation({ parameter }));
  });

  it('of a reversed relation says its right name', async () => {
    const { body } = await api.post('/streams/relation/BRA-ARG/events', meeting());
    expect(body).toMatchObject({ detail: expect.stringContaining('relation/ARG-BRA') });
  });
});

describe('an event that contradicts its stream', () => {
  const measure = (type: string, occurred = '2025-01') => ({
    type,
    occurred,
    participants: [
      { party: 'ARG', role: 'source' },
      { party: 'BRA', role: 'target' },
    ],
  });
  const path = '/streams/measure/embargo-on-tea/events';

  it('is refused with the name of the rule, also where it is one of several', async () => {
    const never = aProblem('rule-violated', { rule: 'sanction-never-imposed', instance: path });
    expect(await api.post(path, measure('SanctionLifted'))).toMatchObject(never);
    const twice = await api.post(path, [measure('SanctionImposed'), measure('SanctionImposed', '2025-02')]);
    expect(twice).toMatchObject(aProblem('rule-violated', { rule: 'sanction-already-imposed' }));
    expect((await api.get(path)).status).toBe(404);
    expect((await api.post(path, [measure('SanctionImposed'), measure('SanctionLifted')])).status).toBe(201);
    const late = await api.post(path, measure('SanctionLifted', '2025-03'), { 'if-match': '"2"' });
    expect(late).toMatchObject(aProblem('rule-violated', { rule: 'sanction-already-lifted' }));
  });

  it('is refused where it does not belong', async () => {
    const { path: relation } = freshRelation();
    const misplaced = await api.post(relation, measure('SanctionImposed'));
    expect(misplaced).toMatchObject(aProblem('rule-violated', { rule: 'not-for-this-stream' }));
    const strangers = await api.post(relation, freshRelation().meeting());
    expect(strangers).toMatchObject(aProblem('rule-violated', { rule: 'parties-not-of-this-relation' }));
  });
});
