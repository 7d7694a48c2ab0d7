import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { api, type Knowledge } from '../../api.ts';
import type { RecordedChange } from '../../api-types.ts';
import { useLoaded, Shown } from '../../loaded.tsx';
import { parameter, setParameters } from '../../place.ts';
import { count, instant, t, words } from '../../text/text.ts';

/** Changes that the slider stops at; an older or newer instant can be typed. */
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
  const loaded = useLoaded(dyad, async () => api.changes({ dyad, limit: mostChanges }));
  return (
    <section class="as-known" aria-label={t.asKnown.label}>
      <Shown of={loaded}>
        {({ items }) => <Slider changes={items} isReported={parameter('knownBy') === 'reported'} />}
      </Shown>
    </section>
  );
}

/** An instant at which something became known, with the last event of it. */
interface Stop {
  readonly at: string;
  readonly last: RecordedChange;
}

/** The days of the dated reports of an event. */
const reportDays = ({ event: { evidence } }: RecordedChange): readonly string[] =>
  (evidence?.reports ?? []).flatMap(({ publishedOn }) => publishedOn?.slice(0, 10) ?? []);

const byReport = (changes: readonly RecordedChange[]): readonly Stop[] => [
  ...new Map(
    changes.flatMap((last) => reportDays(last).map((day) => [day, { at: `${day}T23:59:59.999Z`, last }] as const)),
  ).values(),
];

const byRecord = (changes: readonly RecordedChange[]): readonly Stop[] => [
  ...new Map(changes.map((change) => [change.recordedAt, { at: change.recordedAt, last: change }])).values(),
];

interface SliderProps {
  readonly changes: readonly RecordedChange[];
  readonly isReported: boolean;
}

function Slider({ changes, isReported }: SliderProps): JSX.Element {
  const stops = useMemo(
    () => (isReported ? byReport : byRecord)(changes).toSorted((one, other) => (one.at < other.at ? -1 : 1)),
    [changes, isReported],
  );
  const asOf = parameter('asOf');
  const isNow = asOf === undefined;
  const reached = isNow ? stops.length : stops.filter(({ at }) => at <= asOf).length;
  const choose = (index: number): void =>
    setParameters({ asOf: index >= stops.length ? undefined : stops[index - 1]?.at });
  const said = isNow ? t.asKnown.now : instant(asOf);
  return (
    <>
      <p class="range" role="group" aria-label={t.asKnown.by}>
        {([undefined, 'reported'] as const).map((one) => (
          <button
            key={one ?? 'recorded'}
            type="button"
            aria-pressed={(one === 'reported') === isReported}
            onClick={() => setParameters({ knownBy: one })}
          >
            {t.asKnown.knownBy[one ?? 'recorded']}
          </button>
        ))}
      </p>
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
        {stops[reached - 1] !== undefined && `: ${stopInWords(stops[reached - 1])}`}
        {!isNow && (
          <button type="button" class="quiet" onClick={() => setParameters({ asOf: undefined })}>
            {t.asKnown.today}
          </button>
        )}
      </p>
      <Instant asOf={asOf} />
    </>
  );
}

const stopInWords = (stop: Stop | undefined): string =>
  stop === undefined ? '' : `${words(stop.last.kind)} – ${stop.last.event.summary ?? words(stop.last.event.type)}`;

/** An instant to type, for a day between two records. */
function Instant({ asOf }: { readonly asOf: string | undefined }): JSX.Element {
  return (
    <p class="instant">
      <label for="instant">{t.asKnown.instant}</label>
      <input
        id="instant"
        type="datetime-local"
        step="1"
        value={asOf?.slice(0, 19) ?? ''}
        onChange={({ currentTarget: { value } }) =>
          setParameters({ asOf: value === '' ? undefined : `${value.length === 16 ? `${value}:00` : value}.999Z` })
        }
      />
    </p>
  );
}
