import type { JSX } from 'preact';
import { EventLine } from '../../parts/event-line.tsx';
import { parameter } from '../../place.ts';
import { count, t } from '../../text/text.ts';
import type { Compared } from './compare.ts';
import { DifferenceList } from '../../parts/difference-list.tsx';

/** Says what is known now and was not known then. */
export function Differences({ of }: { readonly of: Compared }): JSX.Element {
  const { unknownYet, changed, gone } = of;
  if (unknownYet.length + changed.size + gone.size === 0) return <p class="differences">{t.asKnown.same}</p>;
  return (
    <section class="differences" aria-labelledby="differences-title">
      <h2 id="differences-title">{t.asKnown.differs}</h2>
      {changed.size > 0 && (
        <>
          <h3>{t.asKnown.changed(count(changed.size))}</h3>
          <ul>
            {[...changed].map(([id, { now, differences }]) => (
              <li key={id}>
                <EventLine event={now} />
                <DifferenceList of={differences} from={t.asKnown.thenWas} to={t.asKnown.nowIs} />
              </li>
            ))}
          </ul>
        </>
      )}
      {unknownYet.length > 0 && (
        <details>
          <summary>
            {t.asKnown.unknownYet[parameter('knownBy') === 'reported' ? 'reported' : 'recorded'](
              count(unknownYet.length),
            )}
          </summary>
          <ul>
            {unknownYet.map((event) => (
              <li key={event.id}>
                <EventLine event={event} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {gone.size > 0 && <p>{t.asKnown.gone(count(gone.size))}</p>}
    </section>
  );
}
