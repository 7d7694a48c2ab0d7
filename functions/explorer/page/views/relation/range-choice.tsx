import type { JSX } from 'preact';
import type { Relation } from '../../api-types.ts';
import { setParameters } from '../../place.ts';
import { t } from '../../text/text.ts';
import { recent, type Range } from './range.ts';

interface RangeChoiceProps {
  readonly relation: Relation & { readonly years?: readonly { readonly year: string | null }[] };
  readonly range: Range;
}

/** Chooses the time that is shown, by buttons or months. */
export function RangeChoice({ relation, range }: RangeChoiceProps): JSX.Element {
  const show = (shown: Range): void => setParameters({ ...shown }, true);
  const firstYear = relation.years?.find(({ year }) => year !== null)?.year ?? range.from.slice(0, 4);
  const choices: readonly (readonly [string, Range])[] = [
    [t.chart.all, { from: `${firstYear}-01`, to: recent(relation).to }],
    [t.chart.years(10), recent(relation, 120)],
    [t.chart.years(2), recent(relation, 24)],
    [t.chart.months(12), recent(relation)],
  ];
  return (
    <div class="range" role="group" aria-label={t.chart.range}>
      {choices.map(([name, choice]) => (
        <button
          key={name}
          type="button"
          aria-pressed={choice.from === range.from && choice.to === range.to}
          onClick={() => show(choice)}
        >
          {name}
        </button>
      ))}
      <MonthInput name="from" value={range.from} set={(from) => from <= range.to && show({ ...range, from })} />
      <MonthInput name="to" value={range.to} set={(to) => to >= range.from && show({ ...range, to })} />
    </div>
  );
}

interface MonthInputProps {
  readonly name: 'from' | 'to';
  readonly value: string;
  readonly set: (month: string) => void;
}

function MonthInput({ name, value, set }: MonthInputProps): JSX.Element {
  return (
    <label>
      {t.chart[name]}{' '}
      <input
        type="month"
        value={value}
        onChange={({ currentTarget }) => /^\d{4}-\d{2}$/.test(currentTarget.value) && set(currentTarget.value)}
      />
    </label>
  );
}
