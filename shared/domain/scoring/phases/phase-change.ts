import { firstDayOf, monthCount, monthOf } from '#shared/domain/dates/calendar.ts';
import type { TempoChange } from '#shared/domain/scoring/tempo/tempo-changes.ts';
import { type TempoSign, tempoSigns } from '#shared/domain/scoring/tempo/tempo-fact.ts';
import type { TempoNow } from '#shared/domain/scoring/tempo/tempo-now.ts';
import { tempoPhases, type TempoRecord } from '#shared/domain/scoring/tempo/tempo-phases.ts';
import { changeWords, nowWords } from '#shared/domain/scoring/tempo/tempo-words.ts';
import type { ToneAlarm } from '#shared/domain/scoring/tone/tone-alarms.ts';
import { tonePhases } from '#shared/domain/scoring/tone/tone-phases.ts';
import type { ToneFact } from '#shared/domain/scoring/tone/tone-series.ts';
import { alarmWords } from '#shared/domain/scoring/tone/tone-words.ts';

export const phaseChannels = ['tempo-cooperative', 'tempo-conflictual', 'tone'] as const;
export type PhaseChannel = (typeof phaseChannels)[number];
export const phaseKinds = ['rise', 'fall', 'better', 'worse'] as const;

/** A change of phase that the last months show. */
export interface PhaseChange {
  readonly channel: PhaseChannel;
  readonly kind: (typeof phaseKinds)[number];
  /** The month, `YYYY-MM`, with which the new phase began. */
  readonly month: string;
  /** What an analyst may say of it. */
  readonly words: string;
  /** Events a year, of tempo; the mean score, of tone. */
  readonly before: number;
  readonly after: number;
  /** Of tempo, where the history has the change as well. */
  readonly bayesFactor?: number;
  /** Of tempo: that the rate changed in the last 6 months. */
  readonly probability?: number;
  /** Of tone: how many standard errors the means are apart. */
  readonly z?: number;
  /** Ids of at most 50 events since then. */
  readonly evidence: readonly string[];
}

/** What a channel shows: whether there is nothing to see, and the change that there is. */
export interface ChannelNow {
  readonly channel: PhaseChannel;
  /** Whether another alarm may be raised: nothing is left of the one before. */
  readonly isCalm: boolean;
  readonly change?: PhaseChange;
}

export interface PhaseFacts {
  readonly record: TempoRecord;
  readonly tone: readonly ToneFact[];
}

/** Below this probability of a recent change another one may be announced, as for the alarms of the past. */
const calm = 0.5;
/** A change of the history is announced from this Bayes factor on: strong by Kass & Raftery (1995). */
const strong = 20;
/** Months in which a change began that is announced, the present one included. */
export const newsMonths = 6;
const mostIds = 50;

/** Returns what each channel shows of the last months. */
export const phasesNow = ({ record, tone }: PhaseFacts): ChannelNow[] => [
  ...tempoSigns.map((sign) => tempoNowOf(record, sign)),
  toneNow(tone, record.through),
];

/**
 * Takes the latest strong change of the history that began in the last months, which has a date and a Bayes factor; or
 * else what the online detection alarms of.
 */
function tempoNowOf(record: TempoRecord, sign: TempoSign): ChannelNow {
  const channel = `tempo-${sign}` as const;
  const phases = tempoPhases(record, sign);
  if (phases.status === 'too-little' || phases.now === null) return { channel, isCalm: true };
  const { now, changes } = phases;
  const { probability } = now;
  const latest = changes.findLast(({ month, bayesFactor }) => isNews(month, record.through) && bayesFactor >= strong);
  if (latest !== undefined) {
    const change = { channel, kind: latest.kind, probability, ...datedFigures(latest, sign) };
    return { channel, isCalm: false, change };
  }
  const kind = now.after.perYear > now.before.perYear ? 'rise' : 'fall';
  // A month that is not over has not had all its events, and what happened is recorded late.
  const isTooEarly = kind === 'fall' && now.month === monthOf(record.through);
  if (!now.isAlarm || isTooEarly) return { channel, isCalm: probability < calm };
  return { channel, isCalm: false, change: { channel, kind, probability, ...onlineFigures(now, record, sign) } };
}

const datedFigures = (change: TempoChange, sign: TempoSign) => ({
  month: change.month,
  words: changeWords(change, sign),
  before: change.before.perYear,
  after: change.after.perYear,
  bayesFactor: change.bayesFactor,
  evidence: change.evidence.after.ids,
});

const onlineFigures = (now: TempoNow, { facts }: TempoRecord, sign: TempoSign) => ({
  month: now.month,
  words: nowWords(now, sign),
  before: now.before.perYear,
  after: now.after.perYear,
  evidence: facts
    .filter((fact) => fact.sign === sign && fact.to >= firstDayOf(now.month))
    .toSorted((one, other) => (one.from < other.from ? -1 : 1))
    .slice(0, mostIds)
    .map(({ id }) => id),
});

function toneNow(facts: readonly ToneFact[], through: string): ChannelNow {
  const channel = 'tone';
  const phases = tonePhases(facts, through);
  const open = phases.status === 'too-little' ? undefined : phases.alarms.find(({ end }) => end === null);
  return open === undefined ? { channel, isCalm: true } : { channel, isCalm: false, change: toneChange(open) };
}

const toneChange = (alarm: ToneAlarm): PhaseChange => ({
  channel: 'tone',
  kind: alarm.kind,
  month: monthOf(alarm.start),
  words: alarmWords(alarm),
  before: alarm.reference,
  after: alarm.recent,
  z: alarm.z,
  evidence: alarm.events,
});

/** Returns whether a month is one of the last, by the end of a day. */
export const isNews = (month: string, through: string): boolean => distance(month, monthOf(through)) < newsMonths;

/** Returns how many months apart two months are. */
export const distance = (one: string, other: string): number =>
  one <= other ? monthCount(one, other) - 1 : monthCount(other, one) - 1;
