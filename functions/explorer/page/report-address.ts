import type { Report } from './api-types.ts';

/**
 * The web address of a report: its own, or its reference where that is one. Any other scheme, such as `javascript:`, is
 * no address to follow.
 */
export const addressOf = ({ url, reference }: Pick<Report, 'url' | 'reference'>): string | undefined =>
  [url, reference].find((text) => text !== undefined && /^https?:\/\/\S+$/i.test(text));
