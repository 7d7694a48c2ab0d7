import { describe, expect, it } from 'vitest';
import { memberships, organisationsOf } from '#shared/domain/parties/memberships.ts';
import { isParty } from '#shared/domain/parties/parties.ts';

const members = (organisation: string, day: string): string[] =>
  memberships.filter(({ organisation: name, member }) => name === organisation && organisationsOf(member, day).includes(name)).map(({ member }) => member); // prettier-ignore

describe('memberships', () => {
  it.each([
    ['x-eu', '1957-12-31', 0],
    ['x-eu', '1958-01-01', 6],
    ['x-eu', '1973-01-01', 9],
    ['x-eu', '1995-01-01', 15],
    ['x-eu', '2004-05-01', 25],
    ['x-eu', '2013-07-01', 28],
    ['x-eu', '2020-01-31', 28],
    ['x-eu', '2020-02-01', 27],
    ['x-nato', '1949-12-31', 12],
    ['x-nato', '1990-01-01', 16],
    ['x-nato', '2024-03-07', 32],
    ['x-asean', '1967-08-08', 5],
    ['x-asean', '2000-01-01', 10],
    ['x-saarc', '2007-04-02', 7],
    ['x-saarc', '2025-01-16', 8],
    ['x-bimstec', '2025-01-16', 7],
    ['x-sco', '2025-01-16', 10],
    ['x-gcc', '2025-01-16', 6],
    ['x-d8', '2025-01-16', 9],
  ])('%s has on %s %d members', (organisation, day, count) => {
    expect(members(organisation, day)).toHaveLength(count);
  });

  it('are of known parties, each once in an organisation, with a source', () => {
    for (const { organisation, member, source } of memberships) {
      expect([isParty(organisation), isParty(member), URL.canParse(source)]).toEqual([true, true, true]);
    }
    expect(new Set(memberships.map((one) => `${one.organisation} ${one.member}`)).size).toBe(memberships.length);
  });

  it('of Bangladesh are those of its time', () => {
    expect(organisationsOf('BGD', '1986-01-01')).toEqual(['x-saarc']);
    expect(organisationsOf('BGD', '2025-01-16')).toEqual(['x-saarc', 'x-bimstec', 'x-d8']);
    expect(organisationsOf('NPL', '2004-01-31')).toEqual(['x-saarc']);
    expect(organisationsOf('NPL', '2004-02-01')).toEqual(['x-saarc', 'x-bimstec']);
  });

  it('are those of the last step until the day, recorded or listed, and on one day of the recorded one', () => {
    const on = (day: string, ...recorded: Parameters<typeof organisationsOf>[2] & object) =>
      organisationsOf('HRV', day, recorded).includes('x-eu');
    const [early, gone] = [{ organisation: 'x-eu', kind: 'joined', day: '2010' }, { organisation: 'x-eu', kind: 'left', day: '2020-03-01' }] as const; // prettier-ignore
    expect([on('2012-01-01', early), on('2009-12-31', early)]).toEqual([true, false]);
    expect([on('2020-03-01', gone), on('2020-03-02', gone)]).toEqual([true, false]);
    expect(on('2024-01-01', gone, { organisation: 'x-eu', kind: 'joined', day: '2023-01-01' })).toBe(true);
    expect(on('2013-07-02', { organisation: 'x-eu', kind: 'left', day: '2013-07-01' })).toBe(false);
  });
});
