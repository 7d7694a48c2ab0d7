import { describe, expect, it } from 'vitest';
import { EntryIntoForce } from '#shared/domain/events/entry-into-force.ts';
import { partyCodes } from '#shared/domain/parties/party-aliases.ts';

const parties = (count: number) => [...partyCodes].slice(0, count);

describe('a rule on the entry into force', () => {
  it.each([
    [{ on: '2020-01-01' }],
    [{ consents: 300, after: 'P9999D' }],
    [{ consents: 1, by: ['BGD'], after: 'P3M' }],
    [{ by: parties(30) }],
  ])('may be %j', (rule) => {
    expect(EntryIntoForce.safeParse(rule).success).toBe(true);
  });

  it.each([
    [{}, ''],
    [{ after: 'P30D' }, ''],
    [{ on: '2020' }, 'on'],
    [{ consents: 0 }, 'consents'],
    [{ consents: 301 }, 'consents'],
    [{ consents: 1, after: 'P10000D' }, 'after'],
    [{ consents: 1, after: 'P1Y' }, 'after'],
    [{ by: [] }, 'by'],
    [{ by: parties(31) }, 'by'],
    [{ by: ['XXX'] }, 'by.0'],
  ])('is not %j', (rule, path) => {
    const { error } = EntryIntoForce.safeParse(rule);
    expect(error?.issues.map((issue) => issue.path.join('.'))).toEqual([path]);
  });
});
