/** The kinds of event that the page tells apart by a shape. */
export const eventKinds = [
  'contact',
  'agreement',
  'representation',
  'words',
  'cooperation',
  'measure',
  'force',
  'context',
] as const;
export type EventKind = (typeof eventKinds)[number];

/** The kind of a type by how its name begins; the first that fits. */
const beginnings: readonly (readonly [RegExp, EventKind])[] = [
  [/^(Visit|Meeting|Call|Talks|Mediation)/, 'contact'],
  [/^Agreement/, 'agreement'],
  [/^(Mission|Representation|Ambassador|Agrement|Credentials|Diplomat|Recognition|Relations)/, 'representation'],
  [/^(MilitaryCooperation|Intelligence|EconomicCooperation|Aid)/, 'cooperation'],
  [/^(Sanction|Restriction|NegotiationsHalted)/, 'measure'],
  [/^(Force|Ceasefire)/, 'force'],
  [/^(Context|Assessment)/, 'context'],
];

export const kindOf = (type: string): EventKind => beginnings.find(([pattern]) => pattern.test(type))?.[1] ?? 'words';

/** A symbol of Observable Plot for each kind. */
export const symbols: Readonly<Record<EventKind, string>> = {
  contact: 'circle',
  agreement: 'square',
  representation: 'diamond',
  words: 'triangle',
  cooperation: 'cross',
  measure: 'wye',
  force: 'star',
  context: 'hexagon',
};
