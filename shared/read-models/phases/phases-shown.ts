import { type TempoPhases, tempoPhases, type TempoRecord } from '#shared/domain/scoring/tempo/tempo-phases.ts';
import type { TempoSign } from '#shared/domain/scoring/tempo/tempo-fact.ts';
import { tempoWords } from '#shared/domain/scoring/tempo/tempo-words.ts';
import { type TonePhases, tonePhases } from '#shared/domain/scoring/tone/tone-phases.ts';
import { toneWords } from '#shared/domain/scoring/tone/tone-words.ts';
import type { DyadFacts } from './dyad-facts.ts';

/** Most changes of a channel that are shown, the latest: with their evidence they stay below 1 MB. */
export const mostChanges = 50;

/** Reports both channels of a relation: the analysis of each, and the words that an analyst may use of it. */
export const phasesShown = ({ record, tone, isCut }: DyadFacts) => ({
  tempo: { cooperative: tempoShown(record, 'cooperative'), conflictual: tempoShown(record, 'conflictual') },
  tone: toneShown(tonePhases(tone, record.through)),
  isCut,
});

function tempoShown(record: TempoRecord, sign: TempoSign) {
  const analysis = tempoPhases(record, sign);
  return { words: latest(tempoWords(analysis, sign)), analysis: latestOf(analysis) };
}

const toneShown = (analysis: TonePhases) => ({ words: latest(toneWords(analysis)), analysis: latestOf(analysis) });

function latestOf<Analysis extends TempoPhases | TonePhases>(analysis: Analysis): Analysis {
  if (analysis.status === 'too-little') return analysis;
  const { segments, changes } = analysis;
  return { ...analysis, segments: segments.slice(-mostChanges - 1), changes: changes.slice(-mostChanges) };
}

/** Of each change two sentences at most, and a few of the present. */
const latest = (words: readonly string[]): string[] => words.slice(-2 * mostChanges);
