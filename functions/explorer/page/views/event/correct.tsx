import type { JSX, TargetedSubmitEvent } from 'preact';
import { useState } from 'preact/hooks';
import { api } from '../../api.ts';
import type { Difference, EventAsRead } from '../../api-types.ts';
import { fieldText } from '../../form-text.ts';
import { Failed } from '../../loaded.tsx';
import { DifferenceList } from '../../parts/difference-list.tsx';
import { dateInWords } from '../../text/date-in-words.ts';
import { t } from '../../text/text.ts';

const kinds = ['refine', 'attach', 'retract'] as const;
type Kind = (typeof kinds)[number];

const reportFields = ['publisher', 'reportTitle', 'url', 'publishedOn', 'origin'] as const;

/**
 * Corrects an event by another record: a better date, a further report, or a retraction; shows first what it will
 * change.
 */
export function Correct({
  event,
  corrected,
}: {
  readonly event: EventAsRead;
  readonly corrected: () => void;
}): JSX.Element {
  const [kind, setKind] = useState<Kind>('refine');
  const [date, setDate] = useState(event.occurred ?? '');
  const [problem, setProblem] = useState<unknown>();
  const submit = async (form: HTMLFormElement): Promise<void> => {
    try {
      await api.append(
        event.stream,
        correctionOf(kind, event.id, (name) => fieldText(form, name)),
      );
      setProblem(undefined);
      corrected();
    } catch (error) {
      setProblem(error);
    }
  };
  return (
    <details class="correct">
      <summary>{t.event.correct}</summary>
      <form
        onSubmit={(submitted: TargetedSubmitEvent<HTMLFormElement>) => {
          submitted.preventDefault();
          void submit(submitted.currentTarget);
        }}
      >
        <div class="field">
          <label for="kind">{t.correct.kind}</label>
          <select id="kind" value={kind} onChange={({ currentTarget }) => setKind(currentTarget.value as Kind)}>
            {kinds.map((one) => (
              <option key={one} value={one}>
                {t.correct[one]}
              </option>
            ))}
          </select>
        </div>
        {kind === 'refine' && (
          <div class="field">
            <label for="occurred">{t.correct.date}</label>
            <input
              id="occurred"
              name="occurred"
              required
              value={date}
              onInput={({ currentTarget }) => setDate(currentTarget.value)}
            />
            <p class="hint">{t.record.says(dateInWords(date))}</p>
          </div>
        )}
        {kind === 'attach' &&
          reportFields.map((name) => (
            <div key={name} class="field">
              <label for={name}>{t.correct[name]}</label>
              <ReportInput name={name} />
            </div>
          ))}
        {kind === 'retract' && (
          <div class="field">
            <label for="reason">{t.correct.reason}</label>
            <select id="reason" name="reason">
              {Object.entries(t.correct.reasons).map(([reason, said]) => (
                <option key={reason} value={reason}>
                  {said}
                </option>
              ))}
            </select>
          </div>
        )}
        <div class="field">
          <label for="why">{t.correct.why}</label>
          <input id="why" name="why" />
        </div>
        <Preview kind={kind} event={event} date={date} />
        {problem !== undefined && <Failed problem={problem} />}
        <button type="submit">{t.correct.submit}</button>
        <p class="hint">{t.correct.nothing}</p>
      </form>
    </details>
  );
}

function ReportInput({ name }: { readonly name: (typeof reportFields)[number] }): JSX.Element {
  if (name === 'publishedOn') return <input id={name} name={name} type="date" />;
  return <input id={name} name={name} required={name === 'publisher'} />;
}

/** The correction as it is posted. */
function correctionOf(kind: Kind, of: string, field: (name: string) => string): object {
  const why = field('why') === '' ? {} : { summary: field('why') };
  switch (kind) {
    case 'refine':
      return { type: 'EventDateRefined', of, occurred: field('occurred'), ...why };
    case 'retract':
      return { type: 'EventRetracted', of, reason: field('reason'), ...why };
    case 'attach': {
      const named = reportFields.map((name) => [name === 'reportTitle' ? 'title' : name, field(name)] as const);
      return {
        type: 'ReportAttached',
        of,
        report: Object.fromEntries(named.filter(([, text]) => text !== '')),
        ...why,
      };
    }
  }
}

/** What the correction will change of the event. */
function Preview(props: {
  readonly kind: Kind;
  readonly event: EventAsRead;
  readonly date: string;
}): JSX.Element | null {
  const { kind, event, date } = props;
  const change: Readonly<Record<Kind, readonly Difference[]>> = {
    refine: date === event.occurred ? [] : [{ pointer: '/occurred', from: event.occurred, to: date }],
    attach: [],
    retract: [{ pointer: '/withdrawn', to: t.correct.retract }],
  };
  if (change[kind].length === 0) return null;
  return (
    <>
      <p>{t.correct.preview}:</p>
      <DifferenceList of={change[kind]} from={t.asKnown.thenWas} to={t.asKnown.nowIs} />
    </>
  );
}
