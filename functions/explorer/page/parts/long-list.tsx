import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** Items that come into the page and leave it together. */
const perChunk = 50;
/** A list of as many chunks is whole in the page, where the search of the browser and printing find all of it. */
const wholeChunks = 4;
/** How near a chunk must be to be in the page. */
const nearby = '2000px';

interface LongListProps<Item> {
  readonly items: readonly Item[];
  readonly item: (item: Item) => JSX.Element;
}

/** A list of cards; of a long one only what is in sight, or nearly, is in the page. */
export function LongList<Item>({ items, item }: LongListProps<Item>): JSX.Element {
  const chunks = Array.from({ length: Math.ceil(items.length / perChunk) }, (_, index) =>
    items.slice(index * perChunk, (index + 1) * perChunk),
  );
  return (
    <>
      {chunks.map((some, index) => (
        <Chunk key={index} items={some} item={item} isWhole={chunks.length <= wholeChunks} />
      ))}
    </>
  );
}

/** A part of a list; out of sight it is a gap of the same height. */
function Chunk<Item>({ items, item, isWhole }: LongListProps<Item> & { readonly isWhole: boolean }): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState<number>();
  useEffect(() => {
    const { current } = place;
    if (isWhole || current === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        const last = entries.at(-1);
        if (last !== undefined) setHeight(last.isIntersecting ? undefined : last.boundingClientRect.height);
      },
      { rootMargin: nearby },
    );
    observer.observe(current);
    return () => observer.disconnect();
  }, [isWhole]);
  const isShown = isWhole || height === undefined;
  return (
    <div ref={place} style={isShown ? undefined : { height: `${height}px` }}>
      {isShown && <ol class="cards">{items.map(item)}</ol>}
    </div>
  );
}
