import type { ComponentChildren, JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { setParameters } from '../../place.ts';
import { instantAt } from './plot-frame.ts';
import type { Range } from './range.ts';

interface BrushProps {
  readonly range: Range;
  readonly width: number;
  readonly children: ComponentChildren;
}

/** Less than this is a click, in pixels. */
const leastDrag = 8;

/** Zooms to the months that the pointer is dragged over. */
export function Brush({ range, width, children }: BrushProps): JSX.Element {
  const [drag, setDrag] = useState<{ readonly from: number; readonly to: number }>();
  const place = useRef<HTMLDivElement>(null);
  const xOf = (event: PointerEvent): number => event.clientX - (place.current?.getBoundingClientRect().left ?? 0);
  const end = (): void => {
    setDrag(undefined);
    if (drag === undefined || Math.abs(drag.to - drag.from) < leastDrag) return;
    const [from = '', to = ''] = [Math.min(drag.from, drag.to), Math.max(drag.from, drag.to)].map((px) =>
      instantAt(px, range, width).toISOString().slice(0, 7),
    );
    setParameters({ from, to }, true);
  };
  const [left, right] = drag === undefined ? [0, 0] : [Math.min(drag.from, drag.to), Math.max(drag.from, drag.to)];
  return (
    <div
      ref={place}
      class="brush"
      onPointerDown={(event) => {
        if (event.button === 0 && event.pointerType === 'mouse') setDrag({ from: xOf(event), to: xOf(event) });
      }}
      onPointerMove={(event) => {
        if (drag !== undefined) setDrag({ from: drag.from, to: xOf(event) });
      }}
      onPointerUp={end}
      onPointerLeave={() => setDrag(undefined)}
    >
      {children}
      {right - left >= leastDrag && <div class="selection" style={{ left: `${left}px`, width: `${right - left}px` }} />}
    </div>
  );
}
