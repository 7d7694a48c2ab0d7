import { describe, expect, it } from 'vitest';
import { independentSources } from '#shared/domain/events/independent-sources.ts';

const by = (...reports: [publisher: string, origin?: string][]) => ({
  reports: reports.map(([publisher, origin]) => ({ publisher, ...(origin && { origin }) })),
});

describe('independent sources', () => {
  it('are reports of different publishers', () => {
    expect(independentSources(by(['Dawn'], ['BSS']))).toBe(2);
  });

  it('are one where many papers carry one press release', () => {
    const papers = ['Dawn', 'BSS', 'The Nation', 'Pakistan Observer', 'NDTV'];
    expect(independentSources(by(...papers.map((paper): [string, string] => [paper, 'ispr'])))).toBe(1);
    expect(independentSources(by(['Dawn', 'ispr'], ['ISPR'], ['The Hindu']))).toBe(2);
  });

  it('are one where a publisher reports twice, however its name is written', () => {
    expect(independentSources(by(['The Daily Star'], ['The daily star']))).toBe(1);
  });

  it('are none without reports', () => {
    expect(independentSources({})).toBe(0);
  });
});
