import { english, type Texts } from './english.ts';

/** The languages that the page has, by their tags. A second one is a file like `english.ts` and a line here. */
export const languages: Readonly<Record<string, Texts>> = { en: english };
