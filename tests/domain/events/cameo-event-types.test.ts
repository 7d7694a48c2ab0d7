import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cameoEventType } from '#shared/domain/events/cameo-event-types.ts';
import { eventType } from '#shared/domain/events/event-types.ts';
import { CameoCode } from '#shared/domain/scoring/cameo.ts';
import { goldsteinOf } from '#shared/domain/scoring/goldstein.ts';

interface PublishedCode {
  readonly code: string;
  readonly gdelt: string;
  readonly icews: string;
}

/** The published codes; see `cameo-codes.source.md`. Only names have commas and quotes. */
const published: PublishedCode[] = readFileSync(new URL('cameo-codes.csv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const cells = line.split(',');
    return { code: cells[0] ?? '', gdelt: cells.at(-2) ?? '', icews: cells.at(-1) ?? '' };
  });

/** The default code of a type. */
const codeOf = (type: string): string => eventType(type)?.cameo ?? '';

describe('the event types of CAMEO codes', () => {
  it('cover every published code, each with one type that is scored', () => {
    expect(published).toHaveLength(312);
    expect(published.filter(({ code }) => !CameoCode.safeParse(code).success)).toEqual([]);
    expect(published.filter(({ code }) => eventType(cameoEventType(code))?.weight !== 1)).toEqual([]);
  });

  it('keep the root of a code, and so its quad class: no cooperation becomes conflict', () => {
    const moved = published.filter(({ code }) => codeOf(cameoEventType(code)).slice(0, 2) !== code.slice(0, 2));
    expect(moved).toEqual([]);
  });

  it.each([...new Set(published.map(({ code }) => cameoEventType(code)))])(
    'lead from the default code of %s back to it',
    (type) => {
      expect(cameoEventType(codeOf(type))).toBe(type);
    },
  );

  it.each([
    ['050', 'DiplomaticCooperationConducted'],
    ['063', 'JudicialCooperationConducted'],
    ['074', 'ProtectionProvided'],
    ['080', 'ConcessionMade'],
    ['0841', 'ReleaseMade'],
    ['0861', 'InternationalInvolvementAllowed'],
    ['090', 'InvestigationConducted'],
    ['141', 'DemonstrationHeld'],
    ['160', 'RelationsReduced'],
    ['161', 'RelationsReduced'],
    ['170', 'CoercionUsed'],
    ['173', 'ArrestMade'],
    ['174', 'PersonsExpelled'],
    ['175', 'RepressionUsed'],
    ['1823', 'AssaultCommitted'],
    ['2042', 'MassViolenceUsed'],
  ])('record %s as %s', (code, type) => {
    expect(cameoEventType(code)).toBe(type);
  });

  it('refuse what is no code', () => {
    expect(() => cameoEventType('21')).toThrow('21 is not a CAMEO code');
    expect(() => cameoEventType('')).toThrow('is not a CAMEO code');
  });
});

describe('the Goldstein scores of CAMEO codes', () => {
  it('are those of GDELT for every code that its table has', () => {
    const differing = published.filter(({ code, gdelt }) => gdelt !== '' && goldsteinOf(code) !== Number(gdelt));
    expect(differing).toEqual([]);
  });

  it('are those of ICEWS too, but for four codes', () => {
    const others = published.filter(({ code, icews }) => goldsteinOf(code) !== Number(icews));
    expect(others.map(({ code }) => code)).toEqual(['016', '022', '164', '165']);
  });
});
