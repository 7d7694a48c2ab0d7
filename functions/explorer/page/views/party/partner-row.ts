import type { Partner } from '../../api-types.ts';

/** A partner of a party, with the events that both take part in and its score in the period that is shown. */
export interface PartnerRow {
  readonly party: string;
  readonly dyad: string;
  /** Undefined: the API counts no such event, since only what bears on the two is recorded, or too many partners. */
  readonly all: number | undefined;
  readonly scored: Partner | undefined;
  /** The last contact: its first day, and its date as it is recorded; undefined: none was read. */
  readonly lastContact: { readonly from: string; readonly occurred: string } | undefined;
}
