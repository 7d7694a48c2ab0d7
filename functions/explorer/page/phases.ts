import { t } from './text/text.ts';

/** A change of a relation that the chart marks. */
export interface PhaseChange {
  readonly kind: 'thaw' | 'chill';
  /** The first day. */
  readonly start: string;
  /** When it began, as exactly as it is known: a month or a day. */
  readonly began: string;
  /** The day on which it was over; null: it goes on, or has no end. */
  readonly end: string | null;
  readonly label: string;
}

/** The changes of a relation, and what is said of them in words. */
export interface Phases {
  readonly changes: readonly PhaseChange[];
  readonly words: readonly string[];
}

interface TempoChannel {
  readonly words: readonly string[];
  readonly analysis: { readonly changes?: readonly { readonly kind: 'rise' | 'fall'; readonly month: string }[] };
}

interface ToneChannel {
  readonly words: readonly string[];
  readonly analysis: { readonly changes?: readonly { readonly kind: 'better' | 'worse'; readonly day: string }[] };
}

/** The response of `GET /relations/{dyad}/phases`: the channels of tempo and tone. */
export interface PhasesReply {
  readonly tempo: { readonly cooperative: TempoChannel; readonly conflictual: TempoChannel };
  readonly tone: ToneChannel;
}

/** The changes that a response holds, the earliest first. */
export function phasesOf({ tempo, tone }: PhasesReply): Phases {
  const tempoChanges = (['cooperative', 'conflictual'] as const).flatMap((sign) =>
    (tempo[sign].analysis.changes ?? []).map(({ kind, month }): PhaseChange => ({
      kind: (kind === 'rise') === (sign === 'cooperative') ? 'thaw' : 'chill',
      start: `${month}-01`,
      began: month,
      end: `${month}-28`,
      label: t.relation.tempoChange[sign][kind],
    })),
  );
  const toneChanges = (tone.analysis.changes ?? []).map(({ kind, day }): PhaseChange => ({
    kind: kind === 'better' ? 'thaw' : 'chill',
    start: day,
    began: day,
    end: day,
    label: t.relation.toneChange[kind],
  }));
  return {
    changes: [...tempoChanges, ...toneChanges].toSorted((one, other) => (one.start < other.start ? -1 : 1)),
    words: [...tempo.cooperative.words, ...tempo.conflictual.words, ...tone.words],
  };
}
