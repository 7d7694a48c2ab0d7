import type { Partner } from '../../api-lists.ts';

/** A partner of a party, with its events in all and its score in the period that is shown. */
export interface PartnerRow {
  readonly party: string;
  readonly dyad: string;
  readonly all: number;
  readonly scored: Partner | undefined;
  /** The first day of the last contact; undefined: none was read. */
  readonly lastContact: string | undefined;
}
