import { monthCount } from '#shared/domain/dates/calendar.ts';
import type { FirstSince } from './rarity.ts';
import type { TempoChange } from './tempo-changes.ts';
import type { TempoSign } from './tempo-fact.ts';
import type { TempoNow } from './tempo-now.ts';
import type { TempoPhases, TempoAnalysis } from './tempo-phases.ts';

/** What the events of a sign are called. */
const nouns: Readonly<Record<TempoSign, string>> = { cooperative: 'contacts', conflictual: 'conflictual events' };

/** Grades of a Bayes factor by Kass & Raftery (1995): below 3 hardly worth mentioning, from 20 on strong. */
const positive = 3;
const strong = 20;
/** Says what the figure means that words give, for who does not know it. */
export const bayesFactorInWords = `A Bayes factor says how many times better what is recorded fits with the change than without one: from ${positive} on it counts, from ${strong} on it is strong.`;
/** Dispersion above which words warn of bursts. */
const bursts = 2;
/** Months of the central 95 % beyond which words say how uncertain the month is. */
const surelyWithin = 7;
/** Bayes factors are written out up to a million. */
const greatestFactor = 1e6;

/**
 * Returns the sentences that an analyst may use of the tempo of one sign: each change, what the last months show, and
 * what would have been seen.
 */
export function tempoWords(phases: TempoPhases, sign: TempoSign): string[] {
  if (phases.status === 'too-little') return [`too little to say of ${nouns[sign]}: ${phases.reason}`];
  const { changes, now, dispersion } = phases;
  const history = changes.flatMap((change) => [changeWords(change, sign), ...monthWords(change)]);
  return [
    ...(changes.length === 0 ? [silentWords(phases)] : history),
    ...(now?.isAlarm === true ? [nowWords(now, sign)] : []),
    ...((dispersion ?? 0) > bursts ? [`${nouns[sign]} come in bursts, so that changes are less sure than this`] : []),
  ];
}

/**
 * Says a change, such as "contacts rose from 0.05 to 3 a year in August 2024, Bayes factor 122"; less surely below a
 * factor of 20.
 */
export function changeWords({ kind, before, after, month, bayesFactor }: TempoChange, sign: TempoSign): string {
  const rates = `from ${figure(before.perYear)} to ${figure(after.perYear)} a year in ${monthName(month)}`;
  return `${nouns[sign]} ${verb(kind, bayesFactor)} ${rates}, Bayes factor ${factorWords(bayesFactor)}`;
}

/** Says between which months a change lies, unless it is known to about three months. */
function monthWords({ month, posterior: { from, to } }: TempoChange): string[] {
  const isSure = monthCount(from, to) <= surelyWithin;
  return isSure ? [] : [`${monthName(month)} is uncertain: 95 % from ${monthName(from)} to ${monthName(to)}`];
}

function verb(kind: TempoChange['kind'], bayesFactor: number): string {
  if (bayesFactor < positive) return kind === 'rise' ? 'may have risen' : 'may have fallen';
  const plain = kind === 'rise' ? 'rose' : 'fell';
  return bayesFactor < strong ? `probably ${plain}` : plain;
}

/** Says what the last months show. */
export function nowWords({ probability, month, after }: TempoNow, sign: TempoSign): string {
  const since = `most likely in ${monthName(month)}, to ${figure(after.perYear)} a year`;
  return `${nouns[sign]} changed in the last six months with probability ${probability.toFixed(2)}, ${since}`;
}

function silentWords({ sign, from, to, detectable }: TempoAnalysis): string {
  const silent = `no change in ${nouns[sign]} is seen from ${monthName(from)} to ${monthName(to)}`;
  if (detectable === null) return silent;
  const { perYear, riseTo, fallTo } = detectable;
  const rise = `a rise from ${figure(perYear)} to ${figure(riseTo)} a year`;
  const fall = fallTo === null ? 'no fall' : `a fall to ${figure(fallTo)}`;
  return `${silent}; ${rise} in the last year would have been seen four times in five, ${fall} would`;
}

/** Says that an event was the first for long, such as "the first since June 1974", no more precisely than is known. */
export const firstSinceWords = ({ fromEarliest, from }: Pick<FirstSince, 'fromEarliest' | 'from'>): string =>
  `the first since ${spanWords(fromEarliest, from)}`;

/** Names the days from one to another by months, or by years where these are all that is known. */
function spanWords(first: string, last: string): string {
  if (first.slice(0, 7) === last.slice(0, 7)) return monthName(first.slice(0, 7));
  const wholeYears = first.endsWith('-01-01') && last.endsWith('-12-31');
  const name = (day: string) => (wholeYears ? day.slice(0, -6) : monthName(day.slice(0, 7)));
  return [...new Set([name(first), name(last)])].join(' to ');
}

const monthNames = 'January February March April May June July August September October November December'.split(' ');

/** Names a month, `YYYY-MM`, in words: "August 2024". */
export const monthName = (month: string): string =>
  `${monthNames[Number(month.slice(5, 7)) - 1] ?? month} ${month.slice(0, 4)}`;

/** Rounds to two figures, and to whole numbers from 10 on. */
export const figure = (value: number): string =>
  String(Math.abs(value) >= 10 ? Math.round(value) : Number(value.toPrecision(2)));

const factorWords = (factor: number): string =>
  factor >= greatestFactor ? 'above a million' : factor >= 10 ? String(Math.round(factor)) : figure(factor);
