import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { api } from '../../api.ts';
import type { RecordedChange } from '../../api-types.ts';
import { useLoaded, Shown } from '../../loaded.tsx';
import { parameter, setParameters } from '../../place.ts';
import { count, instant, t, words } from '../../text/text.ts';

/** Changes that the slider stops at; an older or newer instant can be typed. */
const mostChanges = 1000;

/** Chooses the day of knowledge: the slider stops at every instant at which something of this relation was recorded. */
export function AsKnown({ dyad }: { readonly dyad: string }): JSX.Element {
  const loaded = useLoaded(dyad, async () => api.changes({ dyad, limit: mostChanges }));
  return (
    <section class="as-known" aria-label={t.asKnown.label}>
      <Shown of={loaded}>{({ items }) => <Slider changes={items} />}</Shown>
    </section>
  );
}

/** An instant at which something was recorded, with the last record of it. */
interface Stop {
  readonly at: string;
  readonly last: RecordedChange;
}

const stopsOf = (changes: readonly RecordedChange[]): readonly Stop[] => [
  ...new Map(changes.map((change) => [change.recordedAt, { at: change.recordedAt, last: change }])).values(),
];

function Slider({ changes }: { readonly changes: readonly RecordedChange[] }): JSX.Element {
  const stops = useMemo(() => stopsOf(changes).toSorted((one, other) => (one.at < other.at ? -1 : 1)), [changes]);
  const asOf = parameter('asOf');
  const isNow = asOf === undefined;
  const reached = isNow ? stops.length : stops.filter(({ at }) => at <= asOf).length;
  const choose = (index: number): void =>
    setParameters({ asOf: index >= stops.length ? undefined : stops[index - 1]?.at });
  const said = isNow ? t.asKnown.now : instant(asOf);
  return (
    <>
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
        {t.asKnown.step(count(reached), count(stops.length))}
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
