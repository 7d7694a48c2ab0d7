import {
  forceCenter,
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';

/** A party at its place, and where its name stands; no `name` where there is no room for it. */
export interface Placed {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly name: { readonly text: string; readonly x: number; readonly y: number } | undefined;
}

export interface Pair {
  readonly source: string;
  readonly target: string;
  readonly contacts: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

interface Node extends SimulationNodeDatum {
  readonly id: string;
}

/** The room that a name of 14 pixels takes: an estimate of its width, and the height of its line. */
const letter = 8.6;
export const lineHeight = 18;
/** The distance between the middle of a dot and the middle of its name. */
const above = 20;
/** The room for a dot and its name beside the edge of the picture. */
const margin = { x: 14, top: 34, bottom: 14 };

/**
 * Lays parties out by forces, contacts pull together and everything else pushes apart, and fits them into the picture.
 * Those with most contacts have their names first; a name that would lie on another one is left out.
 */
export function layout(pairs: readonly Pair[], nameOf: (party: string) => string, size: Size): readonly Placed[] {
  const contacts = new Map<string, number>();
  for (const { source, target, contacts: n } of pairs)
    for (const party of [source, target]) contacts.set(party, (contacts.get(party) ?? 0) + n);
  const byContacts = [...contacts].toSorted(([, one], [, other]) => other - one).map(([id]) => id);
  const nodes = byContacts.map((id): Node => ({ id }));
  const links = pairs.map(({ source, target }) => ({ source, target }));
  forceSimulation(nodes)
    .force(
      'link',
      forceLink<Node, (typeof links)[number]>(links)
        .id(({ id }) => id)
        .distance(130),
    ) // prettier-ignore
    .force('charge', forceManyBody().strength(-320))
    .force('apart', forceCollide(34))
    .force('center', forceCenter(size.width / 2, size.height / 2))
    .force('x', forceX(size.width / 2).strength(0.04)) // those who met nobody else stay near
    .force('y', forceY(size.height / 2).strength(0.06))
    .stop()
    .tick(200);
  const [atX, atY] = [
    fitted(nodes.map(({ x = 0 }) => x), margin.x, size.width - margin.x), // prettier-ignore
    fitted(nodes.map(({ y = 0 }) => y), margin.top, size.height - margin.bottom), // prettier-ignore
  ];
  const taken: { x: number; y: number; half: number }[] = [];
  return nodes.map(({ id, x = 0, y = 0 }) => {
    const place = { id, x: atX(x), y: atY(y) };
    const text = nameOf(id);
    const half = (text.length * letter) / 2 + 4;
    const name = { text, x: Math.min(Math.max(place.x, half), size.width - half), y: place.y - above };
    const isFree = taken.every(
      (other) => Math.abs(other.y - name.y) >= lineHeight || Math.abs(other.x - name.x) >= other.half + half,
    );
    if (!isFree) return { ...place, name: undefined };
    taken.push({ x: name.x, y: name.y, half });
    return { ...place, name };
  });
}

/** Shrinks places to a room that they would leave, and moves them into it. */
function fitted(places: readonly number[], from: number, to: number): (place: number) => number {
  const [first, last] = [Math.min(...places), Math.max(...places)];
  const scale = Math.min(1, (to - from) / Math.max(last - first, 1));
  const start = Math.min(Math.max(first, from), to - (last - first) * scale);
  return (place) => start + (place - first) * scale;
}
