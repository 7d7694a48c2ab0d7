import type { Network } from '../../api-types.ts';
import {
  forceCenter,
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  type SimulationNodeDatum,
} from 'd3-force';
import { splitPair } from '#shared/domain/parties/dyad.ts';
import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { partyName } from '../../party-name.ts';
import { t } from '../../text/text.ts';

export type Edge = Network['edges'][number];

/** Edges that are drawn; the table has all. */
const mostDrawn = 200;
const [width, height] = [620, 420];
/** The room for a name beside the edge of the picture. */
const room = { x: 60, y: 30 };

export const contactsOf = ({ contacts }: Edge): number => Object.values(contacts).reduce((sum, n) => sum + n, 0);

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
    .force('link', forceLink(links).distance(130))
    .force('charge', forceManyBody().strength(-320))
    .force('apart', forceCollide(34))
    .force('center', forceCenter(width / 2, height / 2))
    .stop()
    .tick(200);
  return { nodes, links };
}

const within = (value = 0, most: number, margin: number) => Math.min(Math.max(value, margin), most - margin);

/** The parties that met, those with contacts near each other, and the wider line the more contacts. */
export function Picture({ network }: { readonly network: Network }): JSX.Element {
  const { nodes, links } = useMemo(() => placed(network.edges.slice(0, mostDrawn)), [network]);
  const left = ({ x }: Node) => within(x, width, room.x);
  const top = ({ y }: Node) => within(y, height, room.y);
  return (
    <figure class="network">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t.network.picture}>
        {links.map(({ edge, source, target }) => (
          <line
            key={edge.dyad}
            x1={left(source)}
            y1={top(source)}
            x2={left(target)}
            y2={top(target)}
            stroke="var(--trend)"
            stroke-opacity="0.55"
            stroke-width={Math.min(1 + contactsOf(edge), 12)}
          />
        ))}
        {nodes.map((node) => (
          <g key={node.id}>
            <circle cx={left(node)} cy={top(node)} r="9" fill="var(--mark)" stroke="var(--ground)" stroke-width="2" />
            <text x={left(node)} y={top(node) - 15} text-anchor="middle" class="named">
              {partyName(node.id)}
            </text>
          </g>
        ))}
      </svg>
      <figcaption class="hint">{t.network.width}</figcaption>
    </figure>
  );
}
