import type { Participant } from '#shared/domain/events/participant.ts';
import type { QuadClass } from '#shared/domain/scoring/quad-class.ts';
import type { Columns } from './csv.ts';

/** Several values of one cell, separated by semicolons. */
export const cell = (values: readonly (string | undefined)[]): string =>
  values.filter((value) => value !== undefined).join('; ');

/** The participants, as `code:role`. */
export const participantsCell = (participants: readonly Pick<Participant, 'party' | 'role'>[]): string =>
  cell(participants.map(({ party, role }) => `${party}:${role}`));

/** How many events of each quad class, a column for each. */
export const quadClassColumns: Columns<{ readonly quadClasses: Readonly<Record<QuadClass, number>> }> = {
  verbalCooperation: ({ quadClasses }) => quadClasses['verbal-cooperation'],
  materialCooperation: ({ quadClasses }) => quadClasses['material-cooperation'],
  verbalConflict: ({ quadClasses }) => quadClasses['verbal-conflict'],
  materialConflict: ({ quadClasses }) => quadClasses['material-conflict'],
};
