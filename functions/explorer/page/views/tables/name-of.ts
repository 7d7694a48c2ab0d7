import type { Person } from '../../api-types.ts';

/** The most usual name of a person, or the id. */
export const nameOf = ({ names, id }: Person): string => names[0]?.name ?? id;
