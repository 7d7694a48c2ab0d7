import type { Partner, Party } from '../../api-types.ts';

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

type PartnerOfProfile = Party['partners'][number];

/** Returns all partners of a profile, and those that are scored besides. */
export function partnerRows({ partners }: Party, scored: readonly Partner[]): readonly PartnerRow[] {
  const known = new Map<string, Omit<PartnerOfProfile, 'n'> & { readonly n?: number }>(
    partners.map((partner) => [partner.party, partner]),
  );
  for (const { partner, dyad } of scored) if (!known.has(partner)) known.set(partner, { party: partner, dyad });
  return [...known.values()].map(({ party, dyad, n, state }) => ({
    party,
    dyad,
    all: n,
    scored: scored.find(({ partner }) => partner === party),
    lastContact: contactOf(state),
  }));
}

function contactOf(state: PartnerOfProfile['state']): PartnerRow['lastContact'] {
  const { from = null, occurred = '' } = state?.lastContact ?? {};
  return from === null ? undefined : { from, occurred };
}
