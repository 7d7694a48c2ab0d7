import { forceCenter, forceLink, forceManyBody, forceSimulation, type SimulationNodeDatum } from 'd3-force';
import { splitPair } from '#shared/domain/parties/dyad.ts';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { lists, type Network } from '../../api-lists.ts';
import { Empty, Shown, useLoaded } from '../../loaded.tsx';
import { type Column, DataTable } from '../../parts/data-table.tsx';
import { dyadName, partyName } from '../../party-name.ts';
import { href, parameter, setParameters } from '../../place.ts';
import { t } from '../../text/text.ts';

type Edge = Network['edges'][number];

/** Edges that are drawn; the table has all. */
const mostDrawn = 200;
const [width, height] = [760, 300];

const thisQuarter = (): string => {
  const now = new Date();
  return `${now.getUTCFullYear()}-Q${Math.floor(now.getUTCMonth() / 3) + 1}`;
};

/** Who met whom in a quarter, as a picture and as a table. */
export function NetworkView(): JSX.Element {
  const quarter = parameter('quarter') ?? thisQuarter();
  const loaded = useLoaded(quarter, async () => lists.network(quarter));
  return (
    <section>
      <h1>{t.network.title(quarter)}</h1>
      <QuarterChoice quarter={quarter} />
      <Shown of={loaded}>
        {(network) =>
          network.edges.length === 0 ? (
            <Empty>{t.network.nobody}</Empty>
          ) : (
            <>
              <Picture network={network} />
              <DataTable
                caption={t.network.contacts}
                rows={network.edges}
                columns={columns}
                file={`contacts-${quarter}`}
              />
            </>
          )
        }
      </Shown>
    </section>
  );
}

/** A slider over the quarters of twenty years, and buttons for its steps. */
function QuarterChoice({ quarter }: { readonly quarter: string }): JSX.Element {
  const [year = 2025, number = 1] = quarter.split('-Q').map(Number);
  const [thisYear = 2025] = thisQuarter().split('-Q').map(Number);
  const index = year * 4 + number - 1;
  const choose = (at: number): void => setParameters({ quarter: `${Math.floor(at / 4)}-Q${(at % 4) + 1}` }, true);
  return (
    <div class="field">
      <p class="range">
        <button type="button" onClick={() => choose(index - 1)}>
          {t.network.before}
        </button>
        <label>
          {t.network.ofMonth}{' '}
          <input type="month" onChange={({ currentTarget: { value } }) => value !== '' && choose(quarterOf(value))} />
        </label>
        <button type="button" onClick={() => choose(index + 1)}>
          {t.network.after}
        </button>
      </p>
      <label for="quarter">{t.network.quarter}</label>
      <input
        id="quarter"
        type="range"
        min={Math.min(thisYear - 20, year) * 4}
        max={thisYear * 4 + 3}
        value={index}
        aria-valuetext={quarter}
        onChange={({ currentTarget: { valueAsNumber } }) => choose(valueAsNumber)}
      />
    </div>
  );
}

/** The number of the quarter that a month (`YYYY-MM`) is in. */
const quarterOf = (month: string): number =>
  Number(month.slice(0, 4)) * 4 + Math.floor((Number(month.slice(5, 7)) - 1) / 3);

const total = ({ contacts }: Edge): number => Object.values(contacts).reduce((sum, n) => sum + n, 0);

const columns: readonly Column<Edge>[] = [
  {
    name: t.network.pair,
    value: ({ dyad }) => dyadName(dyad),
    shown: ({ dyad }) => <a href={href(`/relations/${dyad}`)}>{dyadName(dyad)}</a>,
  },
  { name: t.network.contacts, value: total },
  ...(['visit', 'meeting', 'call', 'talks'] as const).map((kind) => ({
    name: t.network.kinds[kind],
    value: ({ contacts }: Edge) => contacts[kind] ?? 0,
  })),
];

interface Node extends SimulationNodeDatum {
  readonly id: string;
}

/** Lays the parties out by forces: contacts pull together, everything else pushes apart. */
function placed(edges: readonly Edge[]): {
  nodes: readonly Node[];
  links: readonly { edge: Edge; source: Node; target: Node }[];
} {
  const pairs = edges.flatMap((edge) => {
    const [source, target] = splitPair(edge.dyad) ?? [];
    return source === undefined || target === undefined ? [] : [{ edge, source, target }];
  });
  const nodes = [...new Set(pairs.flatMap(({ source, target }) => [source, target]))].map((id): Node => ({ id }));
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const links = pairs.flatMap(({ edge, source, target }) => {
    const [from, to] = [byId.get(source), byId.get(target)];
    return from === undefined || to === undefined ? [] : [{ edge, source: from, target: to }];
  });
  forceSimulation([...nodes])
    .force('link', forceLink(links).distance(90))
    .force('charge', forceManyBody().strength(-220))
    .force('center', forceCenter(width / 2, height / 2))
    .stop()
    .tick(200);
  return { nodes, links };
}

function Picture({ network }: { readonly network: Network }): JSX.Element {
  const edges = network.edges.slice(0, mostDrawn);
  const { nodes, links } = useMemo(() => placed(edges), [network]);
  const within = (value = 0, most: number) => Math.min(Math.max(value, 20), most - 20);
  return (
    <svg class="network" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t.network.picture}>
      {links.map(({ edge, source, target }) => (
        <line
          key={edge.dyad}
          x1={within(source.x, width)}
          y1={within(source.y, height)}
          x2={within(target.x, width)}
          y2={within(target.y, height)}
          stroke="var(--trend)"
          stroke-opacity="0.6"
          stroke-width={Math.min(1 + total(edge), 12)}
        />
      ))}
      {nodes.map(({ id, x, y }) => (
        <g key={id}>
          <circle cx={within(x, width)} cy={within(y, height)} r="7" fill="var(--mark)" />
          <text x={within(x, width)} y={within(y, height) - 12} text-anchor="middle" fill="var(--text)" font-size="13">
            {partyName(id)}
          </text>
        </g>
      ))}
    </svg>
  );
}
