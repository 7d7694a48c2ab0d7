import { PartyCode } from '#shared/domain/parties/parties.ts';
import { Cursor } from './cursor-schema.ts';
import { DyadParameter } from './dyad-parameter.ts';
import { asOfParameters, Day, readParameters } from './list-parameters.ts';

/** The parameters of every list of lifecycles: the parties, how the record is read, and where a page begins. */
export const lifecycleParameters = {
  party: PartyCode.optional().meta({ description: 'Of this party; or give `dyad`' }),
  dyad: DyadParameter.optional().meta({ description: 'Between these two, in either order; or give `party`' }),
  ...asOfParameters,
  ...readParameters,
  cursor: Cursor.optional(),
};

/** The day of the status that is shown. */
export const OnDay = Day.optional().meta({
  description: 'The day of the status that is shown; without it the day of `asOf`, or today (UTC)',
});

/** Requires at most one of `party` and `dyad`; for `refine`. */
export const notBoth = ({ party, dyad }: { readonly party?: unknown; readonly dyad?: unknown }): boolean =>
  party === undefined || dyad === undefined;
export const partyAndDyad = {
  path: ['party'],
  error: 'Expected either a party or a dyad; without both, all are listed',
};

/** Requires `inForceOn` without the parameters that it stands for; for `refine`. */
export const inForceAlone = (query: {
  readonly on?: unknown;
  readonly status?: unknown;
  readonly inForceOn?: unknown;
}): boolean => query.inForceOn === undefined || (query.on === undefined && query.status === undefined);
export const inForceWithOthers = { path: ['inForceOn'], error: 'Expected either inForceOn, or on and status' };

/** Requires exactly one of `party` and `dyad`; for `refine`. */
export const eitherPartyOrDyad = ({ party, dyad }: { readonly party?: unknown; readonly dyad?: unknown }): boolean =>
  (party === undefined) !== (dyad === undefined);
export const notPartyOrDyad = {
  path: ['party'],
  error: 'Expected either a party, such as party=BGD, or a dyad, such as dyad=BGD-PAK',
};
