import { beforeAll, describe, expect, it } from 'vitest';
import { meeting } from '#tests/support/events.ts';
import { nextQuery, service } from '#tests/support/service.ts';

let chancery: ReturnType<typeof service>;

beforeAll(async () => {
  chancery = service();
  const reports = [
    { publisher: 'Dawn', origin: 'ispr' },
    { publisher: 'The Daily Star', origin: 'ispr' },
  ];
  await chancery.post('relation/BGD-PAK', [
    meeting({ occurred: '2025-01-14', evidence: { reports } }),
    meeting({ occurred: '2025-02-14', evidence: { reports: [{ publisher: 'BSS' }] } }),
  ]);
  await chancery.catchUp();
});

const publishers = async (query?: Record<string, string>) => {
  const { status, body } = await chancery.get('/sources', query);
  expect(status).toBe(200);
  return (body.items as { readonly publisher: string }[]).map(({ publisher }) => publisher);
};

describe('GET /sources', () => {
  it('lists publishers by name, with what their events add up to', async () => {
    expect(await publishers()).toEqual(['BSS', 'Dawn', 'The Daily Star']);
    const { body } = await chancery.get('/sources', { publisher: 'DÁWN' });
    expect(body.items).toEqual([
      { publisher: 'Dawn', events: 1, reports: 1, borrowed: 1, shared: 1, corroborated: 0, confirmed: 0, denied: 0, retracted: 0, firstMonth: '2025-01', lastMonth: '2025-01' }, // prettier-ignore
    ]);
  });

  it('is filtered by months and paged', async () => {
    expect(await publishers({ from: '2025-02' })).toEqual(['BSS']);
    const page = await chancery.get('/sources', { limit: '2' });
    expect(await publishers(nextQuery(page))).toEqual(['The Daily Star']);
    expect(await chancery.get('/sources', { ...nextQuery(page), publisher: 'd' })).toMatchObject({ status: 400 });
  });

  it('is also CSV', async () => {
    const { body } = await chancery.getAs('text/csv', '/sources', { publisher: 'bss' });
    expect(body).toMatch(/^publisher,events,reports,borrowed,shared,.*\r\n"BSS",1,1,0,0,/);
  });

  it('refuses a range that ends before it begins', async () => {
    const refused = { status: 400, body: { errors: [{ parameter: 'to' }] } };
    expect(await chancery.get('/sources', { from: '2025-02', to: '2025-01' })).toMatchObject(refused);
  });
});
