import { describe, expect, it } from 'vitest';
import { given } from '../given.ts';
import { as, sampleEvent } from '../sample-event.ts';

const stream = 'measure/arms-embargo';
const parties = as('PAK:source', 'BGD:target');
const imposed = sampleEvent('SanctionImposed', parties);
const eased = sampleEvent('RestrictionEased', parties);
const lifted = sampleEvent('SanctionLifted', parties);

describe('a measure', () => {
  it('is imposed, eased, lifted and imposed again', () => {
    expect(given(stream).when(imposed)).toBe('recorded');
    expect(given(stream, imposed).when(eased)).toBe('recorded');
    expect(given(stream, imposed, eased).when(lifted)).toBe('recorded');
    expect(given(stream, imposed, lifted).when(imposed)).toBe('recorded');
  });

  it('may be known first by its easing', () => {
    expect(given(stream).when(eased)).toBe('recorded');
  });

  it('is not lifted when it was never imposed', () => {
    expect(given(stream).when(lifted)).toBe('sanction-never-imposed');
    expect(given(stream, eased).when(lifted)).toBe('sanction-never-imposed');
  });

  it('is not imposed while it is in force', () => {
    expect(given(stream, imposed).when(imposed)).toBe('sanction-already-imposed');
  });

  it('is neither lifted nor eased once it was lifted', () => {
    expect(given(stream, imposed, lifted).when(lifted)).toBe('sanction-already-lifted');
    expect(given(stream, imposed, lifted).when(eased)).toBe('sanction-already-lifted');
  });

  it('is not imposed by a threat of it', () => {
    const threatened = sampleEvent('SanctionImposed', { ...parties, modality: 'hypothetical' });
    expect(given(stream, threatened).when(lifted)).toBe('sanction-never-imposed');
  });
});
