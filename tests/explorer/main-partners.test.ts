import { expect, it } from 'vitest';
import { mainPartners } from '#functions/explorer/page/views/party/main-partners.ts';

it('the page makes requests of their own for the 30 partners with most events, and for no other', () => {
  const partners = Array.from({ length: 31 }, (_, n) => ({ party: `P${n}`, n }));
  const main = mainPartners(partners).map(({ party }) => party);
  expect(main).toHaveLength(30);
  expect(main).not.toContain('P0');
  expect(main[0]).toBe('P30');
});
