/** The partners of a party for which the page makes requests of their own, at most. */
export const mostRelations = 30;

/** Returns the partners with most events, at most `mostRelations`. */
export const mainPartners = <Partner extends { readonly n: number }>(partners: readonly Partner[]): Partner[] =>
  partners.toSorted((one, other) => other.n - one.n).slice(0, mostRelations);
