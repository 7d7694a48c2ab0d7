import { scales } from './score.ts';

/**
 * The versions of everything that a stored score rests on: the two scales, the credibility factors, and our rules (which events, dyads and
 * days count). Whoever changes a figure or a rule raises its version here or in `scales`.
 */
export const scoringTables = {
  goldstein: scales.goldstein.version,
  plover: scales.plover.version,
  credibility: 1,
  rules: 1,
} as const;

/** The version of what is built on the tables: every raise of one of them raises it, so that it is built anew beside the old one. */
export const scoringVersion: number = versionOf(Object.values(scoringTables));

function versionOf(tables: readonly number[]): number {
  return tables.reduce((version, table) => version + (table - 1), 1);
}
