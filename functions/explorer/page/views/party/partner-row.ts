import type { Partner } from '../../api-lists.ts';

/** A partner with what is known of the relation in all and in the time that is shown. */
export interface PartnerRow {
  readonly party: string;
  readonly dyad: string;
  readonly all: number;
  readonly scored: Partner | undefined;
  /** The first day of the last contact; undefined: none is known here. */
  readonly lastContact: string | undefined;
}
