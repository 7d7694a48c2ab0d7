import type {
  ConsumersHealth,
  Projections,
  Quarantined,
  Subscription,
  SupervisedSubscription,
} from '../../api-types.ts';
import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { lists } from '../../api-lists.ts';
import { browserTiming } from '../../clock.ts';
import { Failed, Shown, useLoaded } from '../../loaded.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { may } from '../../session.ts';
import { count, instant, t, words } from '../../text/text.ts';

/** What operators look after: read models and their lags, the quarantine, and subscriptions. */
export function OperationsView(): JSX.Element {
  return (
    <section>
      <h1>{t.nav.operations}</h1>
      {may('chancery/operate') ? <Overview /> : <p>{t.operations.notAllowed}</p>}
      {may('chancery/subscribe') && <Subscriptions />}
    </section>
  );
}

function Overview(): JSX.Element {
  const [problem, setProblem] = useState<unknown>();
  const loaded = useLoaded('operations', async () =>
    Promise.all([lists.projections(), lists.quarantine(), lists.consumers(), lists.supervised()]),
  );
  useWhileBuilding(loaded.value?.[0], loaded.again);
  const act = (action: () => Promise<unknown>): void => {
    setProblem(undefined);
    action().then(loaded.again, setProblem);
  };
  return (
    <>
      <button type="button" onClick={loaded.again}>
        {t.operations.refresh}
      </button>
      {problem !== undefined && <Failed problem={problem} />}
      <Shown of={loaded}>
        {([projections, quarantined, health, supervised]) => (
          <>
            <h2>{t.operations.projections}</h2>
            <ReadModels of={projections} act={act} />
            <h2>{t.operations.consumers}</h2>
            <DataTable
              caption={t.operations.consumers}
              rows={Object.entries(health.consumers).map(([name, one]) => ({ name, ...one }))}
              columns={consumerColumns}
              file="consumers"
            />
            <h2>{t.operations.quarantine}</h2>
            <DataTable
              caption={t.operations.quarantine}
              rows={quarantined.items}
              columns={quarantineColumns(act)}
              file="quarantine"
            />
            <h2>{t.operations.allSubscriptions}</h2>
            <DataTable
              caption={t.operations.allSubscriptions}
              rows={supervised.items}
              columns={supervisedColumns}
              file="all-subscriptions"
            />
          </>
        )}
      </Shown>
    </>
  );
}

/** Milliseconds between two looks at a generation that is being built. */
const lookAgainMs = 2000;

/** Looks again as long as a generation is being built, so that its bar moves. */
function useWhileBuilding(projections: Projections | undefined, again: () => void): void {
  useEffect(() => {
    const isBuilding = projections?.projections.some(({ builds }) => builds.some(({ state }) => state === 'building'));
    if (isBuilding !== true) return undefined;
    const ending = new AbortController();
    void browserTiming.pause(lookAgainMs).then(() => !ending.signal.aborted && again());
    return () => ending.abort();
  }, [projections]);
}

type Consumer = ConsumersHealth['consumers'][string] & { readonly name: string };

const consumerColumns: readonly Column<Consumer>[] = [
  { name: t.operations.consumer, value: ({ name }) => name },
  { name: t.operations.progress, value: ({ position }) => position },
  { name: t.operations.lag, value: ({ lag }) => lag },
  { name: t.operations.setAside, value: ({ setAside }) => setAside ?? 0 },
];

const supervisedColumns: readonly Column<SupervisedSubscription>[] = [
  { name: t.operations.owner, value: ({ owner }) => owner },
  { name: t.operations.address, value: ({ url }) => url },
  { name: t.operations.state, value: ({ state }) => words(state) },
  { name: t.operations.failures, value: ({ failures }) => failures },
  { name: t.operations.lastError, value: ({ lastError }) => lastError ?? null },
];

type Act = (action: () => Promise<unknown>) => void;

interface Generation {
  readonly name: string;
  readonly isServing: boolean;
  readonly build: Projections['projections'][number]['builds'][number];
}

function ReadModels({ of, act }: { readonly of: Projections; readonly act: Act }): JSX.Element {
  const rows = of.projections.flatMap(({ name, serving, builds }): Generation[] =>
    builds.map((build) => ({ name, isServing: build.id === serving, build })),
  );
  const columns: readonly Column<Generation>[] = [
    { name: t.operations.readModel, value: ({ build }) => build.id },
    { name: t.operations.state, value: ({ build }) => words(build.state) },
    {
      name: t.operations.progress,
      value: ({ build }) => build.position,
      shown: ({ build }) => (
        <>
          <progress max={Math.max(of.head, 1)} value={build.position} aria-label={build.id} /> {count(build.position)}
        </>
      ),
    },
    { name: t.operations.lag, value: ({ build }) => build.lag, shown: ({ build }) => count(build.lag) },
    {
      name: t.operations.actions,
      value: () => null,
      shown: ({ name, isServing, build }) => (
        <>
          {isServing && (
            <button type="button" onClick={() => act(async () => lists.rebuild(name))}>
              {t.operations.rebuild}
            </button>
          )}
          {build.state === 'arrived' && (
            <button type="button" onClick={() => act(async () => lists.promote(name))}>
              {t.operations.promote}
            </button>
          )}
        </>
      ),
    },
  ];
  return <DataTable caption={t.operations.projections} rows={rows} columns={columns} file="read-models" />;
}

const quarantineColumns = (act: Act): readonly Column<Quarantined>[] => [
  { name: t.operations.consumer, value: ({ consumer }) => consumer },
  { name: t.operations.item, value: ({ item }) => item },
  { name: t.correct.reason, value: ({ reason }) => reason },
  { name: t.operations.since, value: ({ quarantinedAt }) => instant(quarantinedAt) },
  {
    name: t.operations.actions,
    value: () => null,
    shown: (one) => (
      <button type="button" onClick={() => act(async () => lists.release(one))}>
        {t.operations.release}
      </button>
    ),
  },
];

const subscriptionColumns: readonly Column<Subscription>[] = [
  { name: t.operations.address, value: ({ url }) => url },
  { name: t.operations.state, value: ({ state }) => words(state) },
  { name: t.operations.lag, value: ({ lag }) => lag?.events ?? null },
  { name: t.operations.failures, value: ({ failures }) => failures },
  { name: t.operations.lastError, value: ({ lastError }) => lastError ?? null },
];

function Subscriptions(): JSX.Element {
  const loaded = useLoaded('subscriptions', async () => lists.subscriptions());
  return (
    <>
      <h2>{t.operations.subscriptions}</h2>
      <Shown of={loaded}>
        {({ items }) => (
          <DataTable
            caption={t.operations.subscriptions}
            rows={items}
            columns={subscriptionColumns}
            file="subscriptions"
          />
        )}
      </Shown>
    </>
  );
}
