import { describe, expect, it } from 'vitest';
import { groupsFrom, membershipOf } from '#shared/identity/groups.ts';
import { scopeNames } from '#shared/identity/scopes.ts';

const groups = groupsFrom(
  JSON.stringify({
    readers: { organisation: 'chancery', scopes: ['chancery/read'] },
    writers: { organisation: 'chancery', scopes: ['chancery/append', 'chancery/read'] },
    partners: { organisation: 'partner', scopes: ['chancery/read'] },
  }),
);
const without = (...allowed: string[]) => scopeNames.filter((scope) => !allowed.includes(scope));

describe('the groups of a person', () => {
  it('withhold every scope that none of them allows', () => {
    expect(membershipOf(['readers', 'writers'], groups)).toEqual({
      organisation: 'chancery',
      withheld: without('chancery/append', 'chancery/read'),
    });
  });

  it.each([[[]], [['strangers']], [['toString']]])('withhold everything when they are %j', (names) => {
    expect(membershipOf(names, groups)).toEqual({ withheld: scopeNames });
  });

  it('belong to one organisation', () => {
    expect(() => membershipOf(['writers', 'partners'], groups)).toThrow('several organisations: chancery, partner');
  });

  it('have no scope that there is not', () => {
    expect(() => groupsFrom('{"rulers": {"organisation": "chancery", "scopes": ["chancery/rule"]}}')).toThrow(/scopes/);
  });
});
