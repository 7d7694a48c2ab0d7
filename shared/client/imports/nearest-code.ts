import { cameoEventType } from '#shared/domain/events/cameo-event-types.ts';
import { nearestNames } from '#shared/domain/parties/nearest-names.ts';
import { CameoCode } from '#shared/domain/scoring/cameo.ts';
import type { ImportMap } from './import-map.ts';

/** The codes that are suggested at most. */
const atMost = 3;

/**
 * Returns the codes that one which is not known may mean, each with what it stands for: of the map's own, those that
 * are spelled most alike; of CAMEO, the code with the zero that a spreadsheet has dropped, or the longest code that it
 * begins with.
 */
export function nearestCodes(code: string, { code: { codes } }: Pick<ImportMap, 'code'>): string[] {
  if (codes === undefined) return cameoNear(code.trim());
  const known = Object.keys(codes);
  const [first = ''] = code.split('/');
  for (const sought of [code, first]) {
    const near = nearestNames(sought.toUpperCase(), known.map((one) => [one.toUpperCase(), one] as const)); // prettier-ignore
    if (near.length > 0) return near.slice(0, atMost).map((one) => `${one} (${codes[one]})`);
  }
  return [];
}

function cameoNear(code: string): string[] {
  const beginnings = [4, 3, 2].map((length) => code.slice(0, length));
  const near = [`0${code}`, ...beginnings].find((one) => CameoCode.safeParse(one).success);
  return near === undefined ? [] : [`${near} (${cameoEventType(near)})`];
}
