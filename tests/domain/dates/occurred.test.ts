import { parse } from 'edtf';
import { describe, expect, it } from 'vitest';
import { Occurred, occurredCertainty, occurredRange } from '#shared/domain/dates/occurred.ts';

describe('when an event occurred', () => {
  it.each([
    ['2025-01-14', '2025-01-14', '2025-01-14'],
    ['2025-01~', '2025-01-01', '2025-01-31'],
    ['2024-09-25?', '2024-09-25', '2024-09-25'],
    ['1971', '1971-01-01', '1971-12-31'],
    ['1984%', '1984-01-01', '1984-12-31'],
    ['201X', '2010-01-01', '2019-12-31'],
    ['19XX', '1900-01-01', '1999-12-31'],
    ['2024-XX', '2024-01-01', '2024-12-31'],
    ['2024-02-XX', '2024-02-01', '2024-02-29'],
    ['2024-02-29', '2024-02-29', '2024-02-29'],
    ['2025-XX-XX', '2025-01-01', '2025-12-31'],
    ['2025-01-13/2025-01-18', '2025-01-13', '2025-01-18'],
    ['2025-01-21~/2025-01-24~', '2025-01-21', '2025-01-24'],
    ['2024-08/2024-12~', '2024-08-01', '2024-12-31'],
    ['2025-01-31/2025-02', '2025-01-31', '2025-02-28'],
    ['2025-01-14/2025', '2025-01-14', '2025-12-31'],
    ['2024-08/..', '2024-08-01', null],
    ['2024-08/', '2024-08-01', null],
    ['../2024', null, '2024-12-31'],
    ['/2024', null, '2024-12-31'],
    ['2025-21', '2025-03-01', '2025-05-31'],
    ['2024-24', '2024-12-01', '2025-02-28'],
    ['0033', '0033-01-01', '0033-12-31'],
    ['0033-04-03', '0033-04-03', '0033-04-03'],
  ])('%s covers %s to %s', (edtf, from, to) => {
    expect(Occurred.safeParse(edtf).success).toBe(true);
    expect(occurredRange(edtf)).toEqual({ from, to });
  });

  it.each([
    '25', // a century: neither end is known
    '2025-02-29', // no such day, though the library rolls it over
    '2025-13',
    '2025-1X', // some digits of a month or day are of level 2
    '2025-0X',
    '2025-X1',
    '202X-1X',
    '202X-01',
    '2025-XX-01',
    'X025',
    '2025-01/2025-02/2025-03',
    '9999-24',
    '2025-1-4',
    '14.01.2025',
    '2025-01-16T10:00:00Z',
    '2025-01-18/2025-01-13',
    '2024/2023',
    '../..',
    '/',
    '',
    '-0044',
    'Y17000',
    'yesterday',
    '2025-01-14 ',
    '2025-01-14\n',
    `2025-01-14/${'2'.repeat(60)}`,
    20250114,
  ])('is not %j', (text) => {
    expect(Occurred.safeParse(text).success).toBe(false);
  });

  it('is refused with what was expected and examples', () => {
    expect(Occurred.safeParse('14 January').error?.issues[0]?.message).toMatch(
      /expected an EDTF .* such as "2025-01-14"/,
    );
  });

  it.each([
    ['2025-1X', 'expected X for the last digits of a year alone'],
    ['2025-0X', 'expected X for'],
    ['2025-X1', 'expected X for'],
    ['202X-1X', 'expected X for'],
    ['X025', 'expected X for'],
    ['2025-XX-01/..', 'expected X for'],
    ['-0044-03-15', 'expected a year from 0000 to 9999, not one before'],
    ['2025/-0001', 'expected a year from 0000'],
    ['Y17000', 'expected a year of four digits, not one with "Y"'],
    ['Y-17000', 'expected a year of four digits'],
  ])('refuses %s by the name of its form', (text, message) => {
    expect(Occurred.safeParse(text).error?.issues[0]?.message).toContain(message);
  });

  it('may be approximate, uncertain or both', () => {
    expect(occurredCertainty('2025-01-14')).toEqual({ approximate: false, uncertain: false });
    expect(occurredCertainty('2025-01~')).toEqual({ approximate: true, uncertain: false });
    expect(occurredCertainty('2024-09-25?')).toEqual({ approximate: false, uncertain: true });
    expect(occurredCertainty('1984%')).toEqual({ approximate: true, uncertain: true });
    expect(occurredCertainty('2025-01-21~/2025-01-24?')).toEqual({ approximate: true, uncertain: true });
  });

  it('takes of level 1 what the library `edtf` takes, but for days that do not exist and intervals that end before they begin', () => {
    const taken = candidates.filter((text) => Occurred.safeParse(text).success);
    expect(taken.filter((text) => !isOfLevel1(text))).toEqual([]);
    const refused = candidates.filter((text) => isOfLevel1(text) && !Occurred.safeParse(text).success);
    expect(refused.filter((text) => !notExisting.test(text) && !endsBeforeItBegins(text))).toEqual([]);
    expect([taken.length > 100, refused.length > 20]).toEqual([true, true]);
  });
});

function isOfLevel1(text: string): boolean {
  try {
    parse(text, { level: 1 });
    return true;
  } catch {
    return false;
  }
}

function endsBeforeItBegins(text: string): boolean {
  const { from, to } = occurredRange(text);
  return from !== null && to !== null && from > to;
}

/**
 * The dates of the candidates that the library takes and a record does not: days that it rolls over into the next
 * month, and the winter of 9999.
 */
const notExisting = /-02-(29|30|31)|-04-31|9999-24/;

const combined = (...parts: readonly (readonly string[])[]): string[] =>
  parts.reduce<string[]>((texts, part) => texts.flatMap((text) => part.map((more) => text + more)), ['']);
const years = ['0033', '2023', '9999', '201X', '19XX', '2XXX', 'X024', '224'];
const months = ['', '-00', '-02', '-12', '-13', '-21', '-1X', '-XX'];
const days = ['', '-00', '-01', '-29', '-31', '-32', '-3X', '-XX'];
/** Texts like dates, of every form: alone, and as ends of an interval with each other. */
const candidates = [
  ...combined(years, months, days, ['', '~', '%']),
  ...combined(
    ['2024-02', '2024-02-29?', '202X', '2024-21', '2024-XX', '..', ''],
    ['/'],
    ['2023', '0033', '201X'],
    months,
    days,
  ),
  ...combined(
    ['2023', '9999', '201X'],
    months,
    ['-28', '-XX', ''],
    ['?', ''],
    ['/'],
    ['2024-12-31%', '2025-XX', '..', ''],
  ),
];
