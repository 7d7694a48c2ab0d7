import type { JSX } from 'preact';
import type { Difference } from '../api-types.ts';
import { dateInWords } from '../text/date-in-words.ts';
import { t, words } from '../text/text.ts';

interface DifferenceListProps {
  readonly of: readonly Difference[];
  /** What the value before and the value after are called. */
  readonly from: string;
  readonly to: string;
}

/** Fields that differ, each with its value before and after. */
export function DifferenceList({ of, from, to }: DifferenceListProps): JSX.Element {
  if (of.length === 0) return <p>{t.event.noChange}</p>;
  return (
    <dl class="difference">
      {of.map((difference) => (
        <div key={difference.pointer}>
          <dt>{fieldName(difference.pointer)}</dt>
          <dd>
            <span class="visually-hidden">{from}: </span>
            <del>{shown(difference.pointer, difference.from)}</del>
            <span aria-hidden="true"> → </span>
            <span class="visually-hidden">, {to}: </span>
            <ins>{shown(difference.pointer, difference.to)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A field as people call it: `/participants/1/party` is the party of the second participant. */
export const fieldName = (pointer: string): string =>
  pointer
    .split('/')
    .slice(1)
    .map((part) => (/^\d+$/.test(part) ? String(Number(part) + 1) : words(part)))
    .join(' · ');

function shown(pointer: string, value: unknown): string {
  if (value === undefined) return '–';
  if (typeof value !== 'string') return JSON.stringify(value);
  const said = pointer === '/occurred' ? dateInWords(value) : value;
  return said === value ? value : `${said} (${value})`;
}
