import { english, type Texts } from './english.ts';
import { languages } from './languages.ts';

/** Whether a tag is a language tag: some browsers name the language of their system otherwise (`en-US@posix`). */
function isTag(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

const wanted = navigator.languages.filter(isTag);
const chosen = wanted.map((tag) => tag.slice(0, 2)).find((language) => language in languages) ?? 'en';

/** The texts of the page in the first language of the reader that the page has. */
export const t: Texts = languages[chosen] ?? english;

/** The language of numbers and dates: the reader's own form of the page's language. */
export const locale = wanted.find((tag) => tag.startsWith(chosen)) ?? chosen;

const whole = new Intl.NumberFormat(locale);
const tenths = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });

export const count = (value: number): string => whole.format(value);
export const decimal = (value: number | null): string => (value === null ? '–' : tenths.format(value));

const time = new Intl.DateTimeFormat(locale, {
  dateStyle: 'medium',
  timeStyle: 'medium',
  timeZone: 'UTC',
});

/** An instant in UTC. */
export const instant = (iso: string): string => `${time.format(new Date(iso))} UTC`;

/** The text for a name of the record; the name itself where there is none. */
export function named(texts: Readonly<Record<string, string>>, name: string): string {
  return Object.hasOwn(texts, name) ? (texts[name] ?? name) : name;
}

/**
 * A name of the record as the language has it; where it has none, `VisitConducted` is `Visit conducted`, and
 * `defence-ties` is `Defence ties`.
 */
export function words(name: string): string {
  const said = named(t.names, name);
  if (said !== name) return said;
  const spaced = name
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll('-', ' ')
    .toLowerCase();
  return spaced.slice(0, 1).toUpperCase() + spaced.slice(1);
}
