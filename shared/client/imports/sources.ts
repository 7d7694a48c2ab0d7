/** The sources with a map of their own. */
export const sources = ['gdelt1', 'gdelt2', 'icews', 'acled', 'ucdp', 'plover'] as const;
export type SourceName = (typeof sources)[number];

export const mapFileOf = (source: SourceName): URL => new URL(`./${source}/map.yaml`, import.meta.url);
