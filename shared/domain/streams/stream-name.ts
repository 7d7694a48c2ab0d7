import * as z from 'zod';
import { isParty, parseDirectedPair, parseDyad } from '#shared/domain/parties/parties.ts';

/** The kinds of stream: what an id names is said at each category's decider. */
export const Category = z.enum(['visit', 'agreement', 'mission', 'measure', 'relation', 'country']);
export type Category = z.output<typeof Category>;

const isCategory = (text: string): text is Category => (Category.options as readonly string[]).includes(text);

/** Takes a valid stream name apart; throws on a text without a known category. */
export function splitStream(stream: string): { category: Category; id: string } {
  const slash = stream.indexOf('/');
  const category = stream.slice(0, slash);
  if (!isCategory(category)) throw new Error(`${stream} is not the name of a stream`);
  return { category, id: stream.slice(slash + 1) };
}

/** `<category>/<id>`. */
export const streamName = (category: Category, id: string): string => `${category}/${id}`;

const nameViolation = (id: string) =>
  /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(id)
    ? undefined
    : 'expected 1 to 64 letters, digits, "-" or "_" after the "/", the first a letter or digit, such as "bhutto-dhaka-1974-06"';

function relationFault(id: string) {
  const pair = parseDyad(id);
  if (pair?.canonical === true) return undefined;
  return pair === undefined
    ? 'expected two different party codes, such as "relation/BGD-PAK"'
    : `expected the codes in order: "relation/${pair.dyad}"`;
}

/** What is wrong with an id in its category; undefined when nothing is. */
const faultsOfIds: Readonly<Record<Category, (id: string) => string | undefined>> = {
  visit: nameViolation,
  agreement: nameViolation,
  measure: nameViolation,
  relation: relationFault,
  mission: (id) => (parseDirectedPair(id) ? undefined : 'expected sender and receiver, such as "mission/BGD-PAK"'),
  country: (id) => (isParty(id) ? undefined : 'expected a party code, such as "country/BGD"'),
};

function violationOf(text: string): string | undefined {
  const [category = '', id, ...rest] = text.split('/');
  if (id === undefined || rest.length > 0) return 'expected "<category>/<id>", such as "relation/BGD-PAK"';
  if (!isCategory(category)) return `expected a category out of ${Category.options.join(', ')}, got "${category}"`;
  return faultsOfIds[category](id);
}

/** The name of a stream, `<category>/<id>`; an error says what was expected, for a reversed relation its right name. */
export const StreamName = z
  .string()
  .max(80)
  .superRefine((text, context) => {
    const message = violationOf(text);
    if (message !== undefined) context.addIssue({ code: 'custom', message });
  })
  .meta({
    id: 'StreamName',
    description: 'The name of a stream',
    examples: ['relation/BGD-PAK', 'visit/bhutto-dhaka-1974-06'],
  });
export type StreamName = z.output<typeof StreamName>;
