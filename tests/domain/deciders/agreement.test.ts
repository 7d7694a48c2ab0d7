import { describe, expect, it } from 'vitest';
import { given } from '../given.ts';
import { as, sampleEvent } from '../sample-event.ts';

const stream = 'agreement/tripartite-1974';
type Pairs = Parameters<typeof as>;
const signed = (...pairs: Pairs) => sampleEvent('AgreementSigned', { title: 'Tripartite agreement', ...as(...pairs) });
const ratified = (...pairs: Pairs) => sampleEvent('AgreementRatified', as(...pairs));

describe('an agreement', () => {
  it('is signed, then ratified by each of its signatories', () => {
    expect(given(stream).when(signed('BGD:signatory', 'PAK:signatory'))).toBe('recorded');
    expect(
      given(stream, signed('BGD:signatory', 'PAK:signatory'), ratified('BGD:signatory')).when(
        ratified('PAK:signatory'),
      ),
    ).toBe('recorded');
  });

  it('may get further signatories', () => {
    expect(
      given(stream, signed('BGD:signatory', 'PAK:signatory')).when(
        signed('BGD:signatory', 'PAK:signatory', 'IND:signatory'),
      ),
    ).toBe('recorded');
  });

  it('may be known by a ratification before its signature is reported', () => {
    expect(given(stream).when(ratified('BGD:signatory'))).toBe('recorded');
    expect(given(stream, ratified('BGD:signatory')).when(signed('BGD:signatory', 'PAK:signatory'))).toBe('recorded');
  });

  it('is not signed twice by the same parties', () => {
    expect(given(stream, signed('BGD:signatory', 'PAK:signatory')).when(signed('PAK:signatory', 'BGD:signatory'))).toBe(
      'agreement-already-signed',
    );
  });

  it('is not ratified twice by the same party', () => {
    expect(
      given(stream, signed('BGD:signatory', 'PAK:signatory'), ratified('BGD:signatory')).when(
        ratified('BGD:signatory'),
      ),
    ).toBe('agreement-already-ratified');
  });

  it('is not ratified by a party that has not signed it', () => {
    expect(given(stream, signed('BGD:signatory', 'PAK:signatory')).when(ratified('IND:signatory'))).toBe(
      'not-a-signatory',
    );
  });

  it('names a signatory', () => {
    expect(given(stream).when(signed('BGD:participant'))).toBe('signatory-required');
  });

  it('is not signed by a signature that is only planned', () => {
    const planned = sampleEvent('AgreementSigned', { title: 'T', modality: 'planned', ...as('BGD:signatory') });
    expect(given(stream, planned).when(signed('BGD:signatory'))).toBe('recorded');
  });
});
