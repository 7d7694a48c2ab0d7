import type { JSX } from 'preact';
import { api } from '../../api.ts';
import type { EventAsRead, Knowledge, RecordedChange } from '../../api-types.ts';
import { useLoaded, Shown } from '../../loaded.tsx';
import { parameter, setParameters } from '../../place.ts';
import { count, instant, t, words } from '../../text/text.ts';

/** Changes that the slider stops at; any day can be typed. */
const mostChanges = 1000;

/** The knowledge that the address names. */
export function askedKnowledge(): Knowledge {
  const asOf = parameter('asOf');
  return asOf === undefined || parameter('knownBy') !== 'reported' ? { asOf } : { asOf, knownBy: 'reported' };
}

/**
 * Chooses the day of knowledge: the slider stops at every instant at which something of this relation was recorded, or
 * at the end of every day on which something was reported.
 */
export function AsKnown({ dyad }: { readonly dyad: string }): JSX.Element {
  const isReported = parameter('knownBy') === 'reported';
  const loaded = useLoaded(`${dyad} ${isReported}`, async () =>
    isReported
      ? byReport((await api.timeline(dyad, {})).items)
      : byRecord((await api.changes({ dyad, limit: mostChanges })).items),
  );
  return (
    <section class="as-known panel" aria-labelledby="as-known-title">
      <h2 id="as-known-title">{t.asKnown.question}</h2>
      <Shown of={loaded}>{(stops) => <Slider stops={stops} isReported={isReported} />}</Shown>
    </section>
  );
}

/** An instant at which something became known, and what. */
interface Stop {
  readonly at: string;
  readonly said: string;
}

const endOfDay = (day: string): string => `${day}T23:59:59.999Z`;

const shortly = ({ summary, type }: EventAsRead): string => summary ?? words(type);

/** The ends of the days on which an event of a timeline was reported. */
const byReport = (events: readonly EventAsRead[]): readonly Stop[] =>
  inOrder(
    events.flatMap((event) =>
      (event.evidence?.reports ?? []).flatMap(({ publishedOn }) =>
        publishedOn === undefined ? [] : [{ at: endOfDay(publishedOn.slice(0, 10)), said: shortly(event) }],
      ),
    ),
  );

/** The instants at which something was recorded. */
const byRecord = (changes: readonly RecordedChange[]): readonly Stop[] =>
  inOrder(
    changes.map(({ recordedAt, kind, event }) => ({ at: recordedAt, said: `${words(kind)} – ${shortly(event)}` })),
  );

/** One stop of each instant, the earliest first. */
const inOrder = (stops: readonly Stop[]): readonly Stop[] =>
  [...new Map(stops.map((stop) => [stop.at, stop])).values()].toSorted((one, other) => (one.at < other.at ? -1 : 1));

interface SliderProps {
  readonly stops: readonly Stop[];
  readonly isReported: boolean;
}

function Slider({ stops, isReported }: SliderProps): JSX.Element {
  const asOf = parameter('asOf');
  const isNow = asOf === undefined;
  const reached = isNow ? stops.length : stops.filter(({ at }) => at <= asOf).length;
  const stop = stops[reached - 1];
  const choose = (index: number): void =>
    setParameters({ asOf: index >= stops.length ? undefined : stops[index - 1]?.at });
  const said = isNow ? t.asKnown.now : instant(asOf);
  return (
    <>
      <div class="choices">
        <p class="range" role="group" aria-label={t.asKnown.by}>
          {([undefined, 'reported'] as const).map((one) => (
            <button
              key={one ?? 'recorded'}
              type="button"
              aria-pressed={(one === 'reported') === isReported}
              onClick={() => setParameters({ knownBy: one }, true)}
            >
              {t.asKnown.knownBy[one ?? 'recorded']}
            </button>
          ))}
        </p>
        <Day asOf={asOf} />
      </div>
      <label for="as-known">
        {t.asKnown.label} <output for="as-known">{said}</output>
      </label>
      <input
        id="as-known"
        type="range"
        min={1}
        max={Math.max(stops.length, 1)}
        value={reached}
        aria-valuetext={said}
        onInput={({ currentTarget }) => choose(currentTarget.valueAsNumber)}
      />
      <p class="hint">
        {t.asKnown[isReported ? 'reportedStep' : 'step'](count(reached), count(stops.length))}
        {stop !== undefined && `: ${stop.said}`}
        {!isNow && (
          <button type="button" class="quiet" onClick={() => setParameters({ asOf: undefined })}>
            {t.asKnown.today}
          </button>
        )}
      </p>
    </>
  );
}

/** A day to type: what was known at its end. */
function Day({ asOf }: { readonly asOf: string | undefined }): JSX.Element {
  return (
    <label class="day">
      {t.asKnown.day}{' '}
      <input
        type="date"
        value={asOf?.slice(0, 10) ?? ''}
        onChange={({ currentTarget: { value } }) =>
          setParameters({ asOf: value === '' ? undefined : endOfDay(value) }, true)
        }
      />
    </label>
  );
}
