import type { JSX } from 'preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { api } from '../../api.ts';
import type { EventAsRead } from '../../api-types.ts';
import { Empty, Failed } from '../../loaded.tsx';
import { DifferenceList } from '../../parts/difference-list.tsx';
import { EventCard } from '../../parts/event-card.tsx';
import { LongList } from '../../parts/long-list.tsx';
import { t } from '../../text/text.ts';
import type { Compared } from './compare.ts';
import { askedText } from './filters.tsx';
import { groupsOf } from './groups.ts';
import type { LoadedView } from './load-view.ts';

interface TimelineProps {
  readonly view: LoadedView;
  readonly differences: Compared | undefined;
}

/** Events as cards, newest first, those of a visit under it; the next page is loaded when its place comes near. */
export function Timeline({ view, differences }: TimelineProps): JSX.Element {
  const { entries, next, problem, more } = useMore(view);
  const text = askedText();
  const matching = useMemo(() => entries.filter((entry) => holds(entry, text)), [entries, text]);
  const groups = useMemo(() => groupsOf(matching), [matching]);
  if (matching.length === 0 && next === null) return <Empty>{t.state.noMatch}</Empty>;
  return (
    <>
      <LongList
        items={groups}
        item={({ first, parts }) => (
          <li key={first.id} class={parts.length > 0 ? 'group' : ''}>
            <Card event={first} differences={differences} />
            {parts.length > 0 && (
              <ol>
                {parts.map((part) => (
                  <li key={part.id}>
                    <Card event={part} differences={differences} />
                  </li>
                ))}
              </ol>
            )}
          </li>
        )}
      />
      {problem !== undefined && <Failed problem={problem} again={more} />}
      {next !== null && problem === undefined && <Sentinel key={entries.length} reached={more} />}
    </>
  );
}

function Card({ event, differences }: { readonly event: EventAsRead; readonly differences: Compared | undefined }) {
  const changed = differences?.changed.get(event.id);
  const isGone = differences?.gone.has(event.id) === true;
  return (
    <EventCard event={event} highlighted={changed !== undefined || isGone}>
      {changed !== undefined && (
        <DifferenceList of={changed.differences} from={t.asKnown.thenWas} to={t.asKnown.nowIs} />
      )}
      {isGone && <p class="tag">{t.asKnown.withdrawnSince}</p>}
    </EventCard>
  );
}

const holds = (entry: EventAsRead, text: string): boolean =>
  text === '' ||
  JSON.stringify([entry.summary, entry.participants, entry.topics, entry.type]).toLowerCase().includes(text);

/** The entries of a view, and those of the pages that were asked for since. */
function useMore(view: LoadedView) {
  const [state, setState] = useState({ view, entries: view.entries, next: view.next, problem: undefined as unknown });
  const current = state.view === view ? state : { view, entries: view.entries, next: view.next, problem: undefined };
  const isLoading = useRef(false);
  const more = (): void => {
    if (current.next === null || isLoading.current) return;
    isLoading.current = true;
    const { dyad, filter, known } = view;
    api
      .timeline(dyad, { ...filter, ...known, cursor: current.next })
      .then(
        ({ items, next }) => setState({ view, entries: [...current.entries, ...items], next, problem: undefined }),
        (problem: unknown) => setState({ ...current, problem }),
      )
      .finally(() => {
        isLoading.current = false;
      });
  };
  return { ...current, more };
}

/**
 * The place where the next page begins: loads it when it comes near, or when its button is pressed. An observer only
 * tells of changes, so that each page has a place of its own: one that is near at once is loaded at once.
 */
function Sentinel({ reached }: { readonly reached: () => void }): JSX.Element {
  const place = useRef<HTMLButtonElement>(null);
  const latest = useRef(reached);
  latest.current = reached;
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) latest.current();
      },
      { rootMargin: '1500px' },
    );
    if (place.current !== null) observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  return (
    <button ref={place} type="button" onClick={reached}>
      {t.state.more}
    </button>
  );
}
