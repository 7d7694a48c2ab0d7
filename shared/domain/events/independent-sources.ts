import type { Evidence } from './evidence.ts';
import { foldedName } from '#shared/domain/parties/folded-name.ts';

/**
 * Counts the independent sources of an event: reports with one origin, such as a press release, are one source, and so
 * are those of one publisher that names no origin. The origin's own report is the same source as those that repeat it.
 */
export const independentSources = ({ reports = [] }: Pick<Evidence, 'reports'>): number =>
  new Set(reports.map(({ origin, publisher }) => foldedName(origin ?? publisher))).size;
