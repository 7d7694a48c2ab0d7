import { beforeEach, describe, expect, it } from 'vitest';
import { meeting } from '#tests/support/events.ts';
import { service } from '#tests/support/service.ts';

const relation = 'relation/BGD-PAK';
const path = `/streams/${relation}/events`;
let chancery: ReturnType<typeof service>;
beforeEach(() => {
  chancery = service();
});

const posting = async (body: unknown, claims: Readonly<Record<string, string>>, subject = 'somebody') => {
  const { statusCode, body: text } = await chancery.send({ method: 'POST', path, body, subject, claims });
  return { status: statusCode, body: JSON.parse(text) as unknown };
};
const recordedBy = async () => {
  const { body } = await chancery.stream(relation);
  return (body['items'] as { recordedBy: unknown }[]).map((item) => item.recordedBy);
};
const confirmed = { type: 'EventConfirmed', of: 'relation.BGD-PAK.1', summary: 'by the ministry' };

describe('the recorder of an event', () => {
  it("is the token's subject, with its client and that client's organisation", async () => {
    await posting(meeting(), { client_id: 'desk-id' }, 'analyst');
    expect(await recordedBy()).toEqual([{ subject: 'analyst', client: 'desk-client', organisation: 'desk' }]);
  });

  it('brings an organisation where people sign in with the client', async () => {
    await posting(meeting(), { client_id: 'explorer-id', organisation: 'partner' });
    expect(await recordedBy()).toEqual([{ subject: 'somebody', client: 'explorer', organisation: 'partner' }]);
  });

  it("has the client's organisation, whatever the token claims", async () => {
    await posting(meeting(), { client_id: 'desk-id', organisation: 'partner' });
    expect(await recordedBy()).toMatchObject([{ organisation: 'desk' }]);
  });

  it('has none where the client is not configured', async () => {
    await posting(meeting(), { client_id: 'stranger', organisation: 'desk' });
    expect(await recordedBy()).toEqual([{ subject: 'somebody', client: 'stranger' }]);
  });
});

describe("a correction of another organisation's event", () => {
  beforeEach(async () => {
    await posting(meeting(), { client_id: 'desk-id' });
  });

  it('is refused by the name of the rule', async () => {
    expect(await posting(confirmed, { client_id: 'partner-id', scope: 'chancery/append' })).toMatchObject({
      status: 403,
      body: { type: 'urn:chancery:problem:not-yours-to-correct', rule: 'not-yours-to-correct' },
    });
    expect(await recordedBy()).toHaveLength(1);
  });

  it('is recorded with the scope to curate', async () => {
    const curating = { client_id: 'partner-id', scope: 'chancery/append chancery/curate' };
    expect(await posting(confirmed, curating)).toMatchObject({ status: 201 });
    expect(await recordedBy()).toMatchObject([{ organisation: 'desk' }, { organisation: 'partner' }]);
  });

  it('is refused among several commits without refusing the others', async () => {
    const commits = [
      { stream: relation, events: [confirmed] },
      { stream: 'relation/BGD-IND', events: [meeting({ participants: [{ party: 'BGD', role: 'participant' }, { party: 'IND', role: 'participant' }] })] }, // prettier-ignore
    ];
    const claims = { client_id: 'partner-id', scope: 'chancery/append' };
    const { body } = await chancery.send({ method: 'POST', path: '/events', body: { commits }, subject: 'x', claims });
    expect(JSON.parse(body)).toMatchObject({ results: [{ problem: { status: 403 } }, { version: 1 }] });
  });

  it('is refused, too, when it attaches the reports of a duplicate', async () => {
    const reports = [{ url: 'https://example.org/report', publisher: 'Example', publishedOn: '2025-01-16' }];
    const { statusCode } = await chancery.send({
      method: 'POST',
      path,
      query: { onDuplicate: 'attach' },
      body: meeting({ evidence: { reports } }),
      subject: 'x',
      claims: { client_id: 'partner-id', scope: 'chancery/append' },
    });
    expect(statusCode).toBe(403);
  });
});
