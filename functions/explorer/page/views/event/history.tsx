import { differences } from '#shared/domain/events/differences.ts';
import type { JSX } from 'preact';
import type { HistoryStep } from '../../api-types.ts';
import { DifferenceList } from '../../parts/difference-list.tsx';
import { dateInWords } from '../../text/date-in-words.ts';
import { instant, t, words } from '../../text/text.ts';

/** What of an event the record itself adds. */
const ownFields = /^\/(corrections|from|to|evidence\/(reportCount|sourceCount))\b/;

/** What was recorded and what each correction changed; then the dates that were known, and from when on. */
export function History({ steps }: { readonly steps: readonly HistoryStep[] }): JSX.Element {
  const knew = steps.filter(({ result }, index) => result.occurred !== steps[index - 1]?.result.occurred);
  return (
    <>
      <section aria-labelledby="history-title">
        <h2 id="history-title">{t.event.history}</h2>
        <ol class="steps">
          {steps.map(({ record, result }, index) => {
            const before = steps[index - 1]?.result;
            return (
              <li key={record.id}>
                <strong>{before === undefined ? words(t.event.recorded) : words(record.type)}</strong>,{' '}
                <time dateTime={record.recordedAt}>{instant(record.recordedAt)}</time>,{' '}
                {t.event.by(record.recordedBy.subject)}
                {before !== undefined && (
                  <>
                    {record.summary !== undefined && <p>{record.summary}</p>}
                    <DifferenceList
                      of={differences(before, result).filter(({ pointer }) => !ownFields.test(pointer))}
                      from={t.asKnown.thenWas}
                      to={t.asKnown.nowIs}
                    />
                  </>
                )}
              </li>
            );
          })}
        </ol>
      </section>
      <section aria-labelledby="knew-title">
        <h2 id="knew-title">{t.event.knew}</h2>
        <dl class="facts">
          {knew.map(({ record, result }) => (
            <div key={record.id}>
              <dt>{t.event.knewFrom(instant(record.recordedAt))}</dt>
              <dd>
                {dateInWords(result.occurred ?? '')} <code>{result.occurred}</code>
              </dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}
