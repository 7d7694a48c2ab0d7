/** The most characters of a text query. */
export const maxQueryLength = 200;
/** The most words of a text query. */
export const maxQueryWords = 20;
