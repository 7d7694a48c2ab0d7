/**
 * The lists of events, by their names alone: a function that only reads them needs no folds. Scores read the timeline:
 * with its version that of the newest scoring is raised.
 */
export const timelineName = { name: 'timeline', version: 5 } as const;
export const dossiersName = { name: 'dossiers', version: 4 } as const;

/** What the dossier of a party is about, as a part of a row's key. */
export const aboutParty = (party: string): string => `party/${party}`;

/** What the multilateral events of a party are listed under, in the list of timelines. */
export const multilateralOf = (party: string): string => `multilateral/${party}`;
