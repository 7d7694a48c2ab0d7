import type { ComponentType, JSX } from 'preact';
import { Shown, useLoaded } from './loaded.tsx';
import { partyName } from './party-name.ts';
import { t } from './text/text.ts';
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

const relation = (dyad: string): View => ({
  title: dyad
    .split(/-(?=[A-Z]{3}$|x-)/)
    .map(partyName)
    .join(' – '),
  view: () => (
    <Later
      key={dyad}
      name="relation"
      load={async () => (await import('./views/relation/relation.tsx')).RelationView}
      with={{ dyad }}
    />
  ),
});

const event = (id: string): View => ({
  title: id,
  view: () => (
    <Later key={id} name="event" load={async () => (await import('./views/event/event.tsx')).EventView} with={{ id }} />
  ),
});

const routes: readonly (readonly [RegExp, (part: string) => View])[] = [
  [/^\/$/, () => ({ title: t.title, view: () => <Find /> })],
  [/^\/relations\/([^/]+)$/, relation],
  [/^\/events\/([^/]+)$/, event],
];

/** The view of a path. */
export function viewOf(path: string): View {
  for (const [pattern, view] of routes) {
    const found = pattern.exec(path);
    if (found !== null) return view(found[1] ?? '');
  }
  return { title: t.state.notFound, view: () => <NotFound /> };
}
