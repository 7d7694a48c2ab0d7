/** The most values of one kind that a filter lists. */
export const maxValues = 40;
