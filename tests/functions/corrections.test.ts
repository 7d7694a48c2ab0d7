import { beforeEach, describe, expect, it } from 'vitest';
import { service } from '#tests/support/service.ts';
import { meeting, visit } from '#tests/support/events.ts';
import { recorder } from '#tests/support/recorder.ts';

const relation = 'relation/BGD-PAK';
const dhaka = 'visit/dhaka';
let chancery: ReturnType<typeof service>;

/** A meeting that was corrected once, and a visit. */
beforeEach(async () => {
  chancery = service();
  await chancery.post(relation, meeting());
  await chancery.post(relation, { type: 'EventConfirmed', of: 'relation.BGD-PAK.1' });
  await chancery.post(dhaka, visit());
});

const confirmed = (of: string) => ({ type: 'EventConfirmed', of });
const retracted = (of: string) => ({ type: 'EventRetracted', of, reason: 'false' });
const merged = (of: string, into: string) => ({ type: 'EventsMerged', of, into });
const refused = (rule: string, detail: string) => ({
  status: 422,
  body: { type: 'urn:chancery:problem:rule-violated', rule, detail: expect.stringContaining(detail) },
});

describe('a correction that is posted', () => {
  it('is recorded in the stream of its event, with a version and an id of its own', async () => {
    expect(await chancery.post(dhaka, confirmed('visit.dhaka.1'))).toMatchObject({
      status: 201,
      headers: { ETag: '"2"' },
      body: { events: [{ id: 'visit.dhaka.2', version: 2 }] },
    });
    expect(await chancery.event('visit.dhaka.2')).toMatchObject({
      status: 200,
      body: { type: 'EventConfirmed', of: 'visit.dhaka.1', recordedBy: recorder() },
    });
  });

  it('leaves the record of its event as it was', async () => {
    const before = (await chancery.event('visit.dhaka.1')).body;
    await chancery.post(dhaka, { type: 'EventDateRefined', of: 'visit.dhaka.1', occurred: '2025-01-15' });
    expect((await chancery.event('visit.dhaka.1')).body).toEqual(before);
  });

  it.each(['relation.BGD-PAK.3', 'relation.BGD-PAK.9', 'relation.BGD-IND.1', 'visit.lahore.1'])(
    'is refused when nobody has recorded its event: %s',
    async (of) => {
      expect(await chancery.post(relation, confirmed(of))).toMatchObject(refused('no-such-event', of));
    },
  );

  it('is refused when its event is posted only beside it', async () => {
    const together = [meeting(), confirmed('relation.BGD-PAK.3')];
    expect(await chancery.post(relation, together)).toMatchObject(refused('no-such-event', 'relation.BGD-PAK.3'));
    expect((await chancery.stream(relation)).headers.ETag).toBe('"2"');
  });

  it('is refused in a stream that is not its event’s', async () => {
    expect(await chancery.post(relation, confirmed('visit.dhaka.1'))).toMatchObject(
      refused('correction-of-another-stream', 'visit.dhaka.1 is corrected in visit/dhaka'),
    );
    expect(await chancery.post('visit/lahore', confirmed('visit.dhaka.1'))).toMatchObject(
      refused('correction-of-another-stream', 'visit/dhaka'),
    );
  });

  it('is refused when it is about a correction, and told what to correct instead', async () => {
    const message = 'correct relation.BGD-PAK.1 instead';
    expect(await chancery.post(relation, confirmed('relation.BGD-PAK.2'))).toMatchObject(
      refused('correction-of-a-correction', message),
    );
    expect(await chancery.post(dhaka, merged('visit.dhaka.1', 'relation.BGD-PAK.2'))).toMatchObject(
      refused('correction-of-a-correction', message),
    );
  });

  it('is refused when an event is merged into one that does not exist, or into itself', async () => {
    expect(await chancery.post(relation, merged('relation.BGD-PAK.1', 'visit.lahore.1'))).toMatchObject(
      refused('no-such-event', 'visit.lahore.1'),
    );
    expect(await chancery.post(relation, merged('relation.BGD-PAK.1', 'relation.BGD-PAK.1'))).toMatchObject(
      refused('merged-into-itself', 'relation.BGD-PAK.1'),
    );
  });

  it('merges an event into an earlier record only, so that two at the same moment never name each other', async () => {
    const [earlier, later] = ['relation.BGD-PAK.1', 'visit.dhaka.1'];
    const [forth, back] = await Promise.all([
      chancery.post(dhaka, merged(later, earlier)),
      chancery.post(relation, merged(earlier, later)),
    ]);
    expect(forth).toMatchObject({ status: 201 });
    expect(back).toMatchObject(
      refused('merged-into-later-record', `${later} was recorded after ${earlier}: merge it into ${earlier} instead`),
    );
  });

  it('is refused when its event, changed so, could not have been posted, and the field is named', async () => {
    const { participants } = visit();
    const lone = participants.filter(({ role }) => role === 'visitor');
    const corrected = (given: object) => ({ type: 'EventCorrected', of: 'visit.dhaka.1', changes: given });
    expect(await chancery.post(dhaka, corrected({ participants: lone }))).toMatchObject(
      refused(
        'changes-not-of-this-type',
        'visit.dhaka.1 is of type VisitConducted: /changes/participants: expected a participant as visitor and one as host',
      ),
    );
    expect(await chancery.post(dhaka, corrected({ participants }))).toMatchObject({ status: 201 });
  });

  it.each([retracted('visit.dhaka.1'), merged('visit.dhaka.1', 'relation.BGD-PAK.1')])(
    'is refused after $type, while withdrawing again in the same way records nothing',
    async (withdrawal) => {
      expect(await chancery.post(dhaka, withdrawal)).toMatchObject({ status: 201 });
      expect(await chancery.post(dhaka, confirmed('visit.dhaka.1'))).toMatchObject(
        refused('event-withdrawn', 'visit.dhaka.1 was already '),
      );
      expect(await chancery.post(dhaka, withdrawal)).toMatchObject({
        status: 200,
        headers: { ETag: '"2"' },
        body: { version: 2, events: [] },
      });
    },
  );

  it('gets the first answer again under the same Idempotency-Key', async () => {
    const once = { 'idempotency-key': 'once' };
    const first = await chancery.post(dhaka, retracted('visit.dhaka.1'), once);
    expect(first).toMatchObject({ status: 201, body: { version: 2 } });
    const again = await chancery.post(dhaka, retracted('visit.dhaka.1'), once);
    expect(again).toEqual({ ...first, body: { ...first.body, repeated: true } });
  });

  it('is refused for itself among several commits, by its rule', async () => {
    const { status, body } = await chancery.postCommits({
      commits: [
        { stream: dhaka, events: [confirmed('visit.dhaka.7')] },
        { stream: relation, events: [confirmed('visit.dhaka.1')] },
        { stream: relation, events: [confirmed('relation.BGD-PAK.1')] },
      ],
    });
    expect(status).toBe(200);
    expect(body.results).toMatchObject([
      { problem: { rule: 'no-such-event' } },
      { problem: { rule: 'correction-of-another-stream' } },
      { version: 3 },
    ]);
  });
});

describe('what was retracted', () => {
  it('may be recorded anew, in a commit of its own', async () => {
    const anew = visit({ occurred: '2025-01-20' });
    expect(await chancery.post(dhaka, anew)).toMatchObject(refused('visit-already-conducted', 'already'));
    expect(await chancery.post(dhaka, [retracted('visit.dhaka.1'), anew])).toMatchObject(
      refused('correction-ends-commit', 'a commit of its own'),
    );
    expect(await chancery.post(dhaka, retracted('visit.dhaka.1'))).toMatchObject({ status: 201 });
    expect(await chancery.post(dhaka, anew)).toMatchObject({ status: 201 });
    expect(await chancery.post(dhaka, visit())).toMatchObject(refused('visit-already-conducted', 'already'));
  });

  it('is gone from the timeline, where the new record stands, and is shown on request with the reason', async () => {
    await chancery.post(dhaka, retracted('visit.dhaka.1'));
    await chancery.post(dhaka, visit({ occurred: '2025-01-20' }));
    await chancery.catchUp();
    const visits = async (query: Record<string, string> = {}) =>
      (await chancery.timeline('BGD-PAK', { type: 'VisitConducted', order: 'oldest', ...query })).body.items;
    expect(await visits()).toMatchObject([{ id: 'visit.dhaka.3' }]);
    expect(await visits({ include: 'retracted' })).toMatchObject([
      { id: 'visit.dhaka.1', withdrawn: { reason: 'false' } },
      { id: 'visit.dhaka.3' },
    ]);
  });
});
