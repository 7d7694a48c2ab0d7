import type { Network } from '../../api-types.ts';
import { splitPair } from '#shared/domain/parties/dyad.ts';
import type { JSX } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { partyName } from '../../party-name.ts';
import { t } from '../../text/text.ts';
import { useWidth } from '../../use-width.ts';
import { layout } from './layout.ts';

export type Edge = Network['edges'][number];

/** Edges that are drawn; the table has all. */
const mostDrawn = 200;
/** Parties that have room for their names in a picture of the usual height. */
const usualParties = 16;
const usualHeight = 420;
const mostHeight = 900;

export const contactsOf = ({ contacts }: Edge): number => Object.values(contacts).reduce((sum, n) => sum + n, 0);

/** The parties that met, those with contacts near each other, and the wider line the more contacts. */
export function Picture({ network }: { readonly network: Network }): JSX.Element {
  const box = useRef<HTMLElement>(null);
  const width = useWidth(box);
  const pairs = network.edges.slice(0, mostDrawn).flatMap((edge) => {
    const [source, target] = splitPair(edge.dyad) ?? [];
    return source === undefined || target === undefined ? [] : [{ source, target, contacts: contactsOf(edge) }];
  });
  const parties = new Set(pairs.flatMap(({ source, target }) => [source, target])).size;
  const height = Math.min(Math.max(usualHeight, (usualHeight * parties) / usualParties), mostHeight);
  const placed = useMemo(() => (width > 0 ? layout(pairs, partyName, { width, height }) : []), [network, width]);
  const byId = new Map(placed.map((party) => [party.id, party]));
  const hasUnnamed = placed.some(({ name }) => name === undefined);
  return (
    <figure ref={box} class="network">
      <svg width={width} height={height} role="img" aria-label={t.network.picture}>
        {pairs.map(({ source, target, contacts }) => (
          <line
            key={`${source} ${target}`}
            x1={byId.get(source)?.x}
            y1={byId.get(source)?.y}
            x2={byId.get(target)?.x}
            y2={byId.get(target)?.y}
            stroke="var(--trend)"
            stroke-opacity="0.55"
            stroke-width={Math.min(1 + contacts, 12)}
          />
        ))}
        {placed.map(({ id, x, y }) => (
          <circle key={id} cx={x} cy={y} r="9" fill="var(--mark)" stroke="var(--ground)" stroke-width="2">
            <title>{partyName(id)}</title>
          </circle>
        ))}
        {placed.map(
          ({ id, name }) =>
            name !== undefined && (
              <text key={id} x={name.x} y={name.y} text-anchor="middle" dominant-baseline="middle" class="named">
                {name.text}
              </text>
            ),
        )}
      </svg>
      <figcaption class="hint">
        {t.network.width} {hasUnnamed && t.network.unnamed}
      </figcaption>
    </figure>
  );
}
