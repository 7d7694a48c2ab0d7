import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameLikeness, nameSounds, nameWords } from '#shared/domain/people/person-name.ts';

describe('a person’s name', () => {
  it.each([
    ['in other case', 'S M KAMRUL HASSAN'],
    ['with points after initials', 'S. M. Kamrul Hassan'],
    ['with accents', 'S M Kámrul Hassán'],
    ['in another order', 'Hassan, S M Kamrul'],
    ['with the article apart', 'S M Kamr-ul-Hassan'],
    ['with a rank', 'Lieutenant General S M Kamrul Hassan'],
    ['with a rank abbreviated', 'Lt. Gen. S M Kamrul Hassan'],
    ['with a rank and a note', 'Maj Gen S M Kamrul Hassan (retd)'],
    ['with honorifics', 'H.E. Mr S M Kamrul Hassan'],
  ])('is the same %s', (_, name) => {
    expect(nameLikeness(name, 'S M Kamrul Hassan')).toBe('same');
  });

  it('sounds alike in all four spellings of the brief’s officer, with initials and without', () => {
    const spellings = [
      'S M Kamr-ul-Hassan',
      'S M Kamrul Hassan',
      'S M Kamrul Hasan',
      'Qamarul Hasan',
      'SM Kamrul Hasan',
    ];
    expect(new Set(spellings.map((name) => nameSounds(name).join(' ')))).toEqual(new Set(['hsn kmrl']));
  });

  it.each([
    ['Air Chief Marshal Zaheer Ahmed Baber Sidhu', 'Zahir Ahmad Babar Siddhu', 'alike'],
    ['Md. Younus', 'Yunus', 'alike'],
    ['Muhammad Yunus', 'Chief Adviser Yunus', 'part'],
    ['Asim Munir', 'General Syed Asim Munir', 'part'],
    ['Asim Munir', 'Asim Bajwa', undefined],
    ['Sahir Mirza', 'Zaheer Sidhu', undefined],
  ])('%s comes near %s: %s', (a, b, likeness) => {
    expect(nameLikeness(a, b)).toBe(likeness);
    expect(nameLikeness(b, a)).toBe(likeness);
  });

  it('keeps what is all rank, all initials, or in another script', () => {
    expect([nameWords('General'), nameWords('M. K.'), nameSounds('M. K.'), nameSounds('习近平')]).toEqual([
      ['general'],
      ['k', 'm'],
      ['k', 'm'],
      ['习近平'],
    ]);
  });

  it('is the same as itself, however its words are ordered', () => {
    const word = fc.stringMatching(/^[A-Za-z]{4,8}$/).map((each) => `X${each}`);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
        expect(nameLikeness(words.join(' '), words.toReversed().join(', ').toUpperCase())).toBe('same');
      }),
    );
  });
});
