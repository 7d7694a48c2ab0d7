/**
 * Makes a slug of an office for addresses; spellings that differ by case, accents or punctuation only have the same:
 * "Chief of Army Staff" is `chief-of-army-staff`. Letters of any script are kept; at most 160 characters, as an office
 * has.
 */
export const officeSlug = (office: string): string =>
  office
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 160);
