import { partyName } from '#shared/domain/parties/party-name.ts';
import { describe, expect, it } from 'vitest';
import { declaredParties } from '#shared/domain/parties/declared-parties.ts';
import { dyadOf, dyadsOf } from '#shared/domain/parties/dyad.ts';
import { Dyad, parseDirectedPair, parseDyad, PartyCode } from '#shared/domain/parties/parties.ts';

const isPartyCode = (code: unknown) => PartyCode.safeParse(code).success;
const messageOf = (result: { error?: { issues: { message: string }[] } }) => result.error?.issues[0]?.message;

describe('a party code', () => {
  it('is that of a state or a declared one', () => {
    const codes = ['BGD', 'PAK', 'TWN', 'PSE', 'x-un', 'x-kosovo', 'x-icrc'];
    expect(codes.filter(isPartyCode)).toEqual(codes);
  });

  it('is nothing else', () => {
    const texts = ['BD', 'XKX', 'XKK', 'ZZZ', '', 'x-', 'x-nowhere', 'UNX', 'constructor', 7, null];
    expect(texts.filter(isPartyCode)).toEqual([]);
  });

  it('has an English name', () => {
    expect(partyName('BGD')).toBe('Bangladesh');
    expect(partyName('GBR')).toBe('United Kingdom');
    expect(partyName('x-un')).toBe('United Nations');
    expect(partyName('ZZZ')).toBe('ZZZ');
  });

  it('is one token when declared, with CAMEO codes of three letters if any', () => {
    for (const [code, { cameo = 'AAA' }] of Object.entries(declaredParties)) {
      expect(code).toMatch(/^x-[a-z0-9]+$/);
      expect(cameo).toMatch(/^[A-Z]{3}( [A-Z]{3})?$/);
    }
    expect(declaredParties['x-saarc']?.cameo).toBe('SAA');
  });
});

describe('a dyad', () => {
  it('is two codes in order, states before declared codes', () => {
    expect(dyadOf('PAK', 'BGD')).toBe('BGD-PAK');
    expect(dyadOf('x-un', 'BGD')).toBe('BGD-x-un');
    expect(dyadOf('x-un', 'x-eu')).toBe('x-eu-x-un');
  });

  it('is read in either order, telling which was canonical', () => {
    expect(parseDyad('BGD-PAK')).toEqual({ dyad: 'BGD-PAK', canonical: true });
    expect(parseDyad('PAK-BGD')).toEqual({ dyad: 'BGD-PAK', canonical: false });
    expect(parseDyad('x-un-x-eu')).toEqual({ dyad: 'x-eu-x-un', canonical: false });
  });

  it('is of two different, known parties', () => {
    const texts = ['BGD-BGD', 'BGD-ZZZ', 'BGD', 'BGD-PAK-IND', 'bgd-pak', 'BGD-x-nowhere', '', 'BGD/PAK'];
    expect(texts.filter(parseDyad)).toEqual([]);
  });

  it('is refused in reverse order with its right name', () => {
    expect(messageOf(Dyad.safeParse('PAK-BGD'))).toBe('expected the codes in order: "BGD-PAK"');
  });

  it('is made of every pair of the parties to an event, each once', () => {
    expect(dyadsOf(['PAK', 'BGD', 'x-un', 'BGD'])).toEqual(['BGD-PAK', 'BGD-x-un', 'PAK-x-un']);
    expect(dyadsOf(['BGD', 'BGD'])).toEqual([]);
  });

  it('has a direction as the pair of a mission', () => {
    expect(parseDirectedPair('PAK-BGD')).toEqual({ sender: 'PAK', receiver: 'BGD' });
    expect(parseDirectedPair('BGD-BGD')).toBeUndefined();
  });
});
