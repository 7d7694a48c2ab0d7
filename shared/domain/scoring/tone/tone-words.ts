import { figure, monthName } from '#shared/domain/scoring/tempo/tempo-words.ts';
import type { ToneAlarm } from './tone-alarms.ts';
import type { ToneChange, TonePhases } from './tone-phases.ts';
import type { ToneSegment } from './tone-segments.ts';

/**
 * Returns the sentences that an analyst may use of the tone: each change, an alarm that goes on, and what would have
 * been seen.
 */
export function toneWords(phases: TonePhases): string[] {
  if (phases.status === 'too-little') return [`too little to say of tone: ${phases.reason}`];
  const { changes, alarms, detectable } = phases;
  const open = alarms.filter(({ end }) => end === null).map(alarmWords);
  if (changes.length > 0) return [...changes.map(toneChangeWords), ...open];
  const shift =
    detectable === null
      ? ''
      : `; a shift of ${figure(detectable)} over the last year would have been seen four times in five`;
  return [`no change of tone is seen in ${phases.n} events${shift}`, ...open];
}

/** Says a change, such as "tone rose from -1.2 (-1.9 to -0.5) to 3.4 (2.8 to 4) in August 2019". */
export function toneChangeWords({ kind, day, before, after }: ToneChange): string {
  const verb = kind === 'better' ? 'rose' : 'fell';
  return `tone ${verb} from ${meanWords(before)} to ${meanWords(after)} in ${monthName(day.slice(0, 7))}`;
}

const meanWords = ({ mean, low, high }: ToneSegment): string => `${figure(mean)} (${figure(low)} to ${figure(high)})`;

/** Says an alarm that goes on. */
export function alarmWords({ kind, start, recent, reference }: ToneAlarm): string {
  const means = `at most ${figure(recent)} against ${figure(reference)}`;
  return `since ${start} the last 60 days are ${kind} than the two years before, ${means}`;
}
