import type { JSX } from 'preact';
import type { Relation } from '../../api-types.ts';
import { setParameters } from '../../place.ts';
import { count, t } from '../../text/text.ts';
import { dateInWords } from '../../text/date-in-words.ts';

interface NothingRecordedProps {
  readonly asOf: string;
  /** What had been reported by then. */
  readonly reported: Relation;
}

/**
 * Says that nothing was recorded by a day, and offers what had been reported by then: a record that was begun later
 * still knows it.
 */
export function NothingRecorded({ asOf, reported }: NothingRecordedProps): JSX.Element {
  const day = dateInWords(asOf.slice(0, 10));
  const n = reported.n + reported.unheld;
  return (
    <div class="differences" role="status">
      <p>
        {t.asKnown.nothingYet(day)} {n === 0 ? t.asKnown.notReported(day) : t.asKnown.butReported(count(n), day)}
      </p>
      {n > 0 && (
        <button type="button" class="main" onClick={() => setParameters({ knownBy: 'reported' }, true)}>
          {t.asKnown.showReported}
        </button>
      )}
    </div>
  );
}
