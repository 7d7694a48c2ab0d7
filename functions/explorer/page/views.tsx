import type { ComponentType, JSX } from 'preact';
import { Shown, useLoaded } from './loaded.tsx';
import { dyadName, partyName } from './party-name.ts';
import { t, words } from './text/text.ts';
import { Find } from './views/find.tsx';
import { NotFound } from './views/not-found.tsx';

interface View {
  readonly title: string;
  readonly view: () => JSX.Element;
}

/** A view whose code is loaded when it is first shown. */
function Later<Props extends object>(props: {
  readonly name: string;
  readonly load: () => Promise<ComponentType<Props>>;
  readonly with: Props;
}): JSX.Element {
  const { name, load, with: given } = props;
  const loaded = useLoaded(name, async () => ({ Component: await load() }));
  return (
    <Shown of={loaded}>
      {({ Component }) => {
        const Loaded = Component as ComponentType<object>;
        return <Loaded {...given} />;
      }}
    </Shown>
  );
}

/** A view whose code is a file of its own. */
const later = <Props extends object>(title: string, load: () => Promise<ComponentType<Props>>, given: Props): View => ({
  title,
  view: () => <Later key={title} name={title} load={load} with={given} />,
});

const routes: readonly (readonly [RegExp, (part: string) => View])[] = [
  [/^\/$/, () => ({ title: t.title, view: () => <Find /> })],
  [
    /^\/relations\/([^/]+)$/,
    (dyad) => later(dyadName(dyad), async () => (await import('./views/relation/relation.tsx')).RelationView, { dyad }),
  ],
  [/^\/events\/([^/]+)$/, (id) => later(id, async () => (await import('./views/event/event.tsx')).EventView, { id })],
  [
    /^\/parties\/([^/]+)$/,
    (party) => later(partyName(party), async () => (await import('./views/party/party.tsx')).PartyView, { party }),
  ],
  [
    /^\/people\/([^/]+)$/,
    (id) => later(id, async () => (await import('./views/tables/person.tsx')).PersonView, { id }),
  ],
  [/^\/people$/, () => later(t.nav.people, async () => (await import('./views/tables/people.tsx')).PeopleView, {})],
  [
    /^\/topics\/([^/]+)$/,
    (topic) => later(words(topic), async () => (await import('./views/tables/topic.tsx')).TopicView, { topic }),
  ],
  [
    /^\/agreements$/,
    () => later(t.nav.agreements, async () => (await import('./views/tables/matters-view.tsx')).AgreementsView, {}),
  ],
  [
    /^\/sanctions$/,
    () => later(t.nav.sanctions, async () => (await import('./views/tables/matters-view.tsx')).SanctionsView, {}),
  ],
  [/^\/topics$/, () => later(t.nav.topics, async () => (await import('./views/tables/topics.tsx')).TopicsView, {})],
  [
    /^\/network$/,
    () => later(t.nav.network, async () => (await import('./views/network/network.tsx')).NetworkView, {}),
  ],
  [/^\/news$/, () => later(t.nav.news, async () => (await import('./views/news/news-view.tsx')).NewsView, {})],
  [/^\/record$/, () => later(t.nav.record, async () => (await import('./views/record/record.tsx')).RecordView, {})],
  [
    /^\/operations$/,
    () => later(t.nav.operations, async () => (await import('./views/operations/operations.tsx')).OperationsView, {}),
  ],
];

/** The view of a path. */
export function viewOf(path: string): View {
  for (const [pattern, view] of routes) {
    const found = pattern.exec(path);
    const part = decoded(found?.[1] ?? '');
    if (found !== null && part !== undefined) return view(part);
  }
  return { title: t.state.notFound, view: () => <NotFound /> };
}

/** A part of a path as it was before it was written into an address; undefined: it is none. */
function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
