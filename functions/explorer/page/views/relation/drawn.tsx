import type { ComponentChildren, JSX } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

interface DrawnProps {
  readonly name: string;
  readonly of: Element;
  /** Prepares what can be reached by the keyboard; without it the picture is hidden from those who cannot see it. */
  readonly reachable?: (of: Element) => void;
  readonly children?: ComponentChildren;
}

/** A picture under its name. Observable Plot writes a style sheet into it, which the page's own replaces. */
export function Drawn({ name, of, reachable, children }: DrawnProps): JSX.Element {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    of.querySelector('style')?.remove();
    if (reachable === undefined) of.setAttribute('aria-hidden', 'true');
    else reachable(of);
    place.current?.replaceChildren(of);
  }, [of]);
  return (
    <figure>
      <figcaption>{name}</figcaption>
      <div ref={place} class="plot" />
      {children}
    </figure>
  );
}
