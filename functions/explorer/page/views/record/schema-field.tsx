import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Violation } from '../../http.ts';
import { dateInWords } from '../../text/date-in-words.ts';
import { named, t, words } from '../../text/text.ts';
import { PartyInput } from '../../parts/party-input.tsx';
import { refName, resolved, type Schema, type Schemas } from './schemas.ts';

/** What only imports have: the fields of the source in its own words. */
const notAsked = new Set(['source']);

interface SchemaFieldProps {
  readonly schemas: Schemas;
  readonly schema: Schema;
  readonly pointer: string;
  readonly label: string;
  readonly required?: boolean;
  readonly problems: readonly Violation[];
  readonly onDate?: (edtf: string) => void;
}

/**
 * The field of a form for a value, as its schema says: a choice, a date, a text, a list, or the fields of an object.
 */
export function SchemaField(props: SchemaFieldProps): JSX.Element | null {
  const { schemas, schema, pointer, label, problems, required = false } = props;
  const { type, const: fixed, properties, items, description } = resolved(schemas, schema);
  const name = refName(schema);
  const problem = problems.find((one) => one.pointer === pointer)?.detail;
  if (fixed !== undefined) return null;
  if (name === 'Occurred') return <DateField {...props} problem={problem} />;
  if (name === 'PartyCode') return <PartyInput name={pointer} label={label} required={required} invalid={problem} />;
  if (properties !== undefined) {
    return (
      <fieldset>
        <legend>{label}</legend>
        {Object.entries(properties).map(([property, own]) =>
          notAsked.has(property) ? null : (
            <SchemaField
              key={property}
              {...{ schemas, problems, schema: own, pointer: `${pointer}/${property}`, label: words(property) }}
            />
          ),
        )}
      </fieldset>
    );
  }
  if (type === 'array' && resolved(schemas, items ?? {}).properties !== undefined)
    return <SchemaField {...{ schemas, problems, label, schema: items ?? {}, pointer: `${pointer}/0` }} />;
  const inner = <PlainInput {...props} problem={problem} />;
  return (
    <div class="field">
      <label for={pointer}>
        {label}
        {type === 'array' && ` (${t.record.list})`}
      </label>
      {inner}
      <Notes pointer={pointer} problem={problem} hint={description} />
    </div>
  );
}

interface NotesProps {
  readonly pointer: string;
  readonly problem: string | undefined;
  readonly hint?: string | undefined;
}

function Notes({ pointer, problem, hint }: NotesProps): JSX.Element | null {
  const text = problem ?? hint;
  if (text === undefined) return null;
  return (
    <p id={`${pointer}-note`} class={problem === undefined ? 'hint' : 'problem'}>
      {text}
    </p>
  );
}

type WithProblem = SchemaFieldProps & { readonly problem: string | undefined };

function PlainInput({ schemas, schema, pointer, required, problem }: WithProblem): JSX.Element {
  const { type, enum: choices, format, maxLength = 0 } = resolved(schemas, schema);
  const common = {
    id: pointer,
    name: pointer,
    required: required ?? false,
    'aria-invalid': problem !== undefined,
    'aria-describedby': `${pointer}-note`,
  };
  if (choices !== undefined) {
    return (
      <select {...common}>
        <option value="" />
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {choiceName(String(choice))}
          </option>
        ))}
      </select>
    );
  }
  if (type === 'boolean') return <input {...common} type="checkbox" />;
  if (type === 'number' || type === 'integer') return <input {...common} type="number" />;
  if (format === 'date') return <input {...common} type="date" />;
  return maxLength > 500 ? <textarea {...common} rows={3} /> : <input {...common} />;
}

/** A date in EDTF, said in words as it is typed. */
function DateField({ pointer, label, required, problem, onDate }: WithProblem): JSX.Element {
  const [text, setText] = useState('');
  return (
    <div class="field">
      <label for={pointer}>{label}</label>
      <input
        id={pointer}
        name={pointer}
        required={required ?? false}
        aria-invalid={problem !== undefined}
        aria-describedby={`${pointer}-note`}
        value={text}
        onInput={({ currentTarget: { value } }) => {
          setText(value);
          onDate?.(value.trim());
        }}
      />
      <Notes
        pointer={pointer}
        problem={problem}
        hint={text === '' ? t.correct.date : t.record.says(dateInWords(text.trim()))}
      />
    </div>
  );
}

/** What a choice of the schema is called. */
const choiceName = (choice: string): string =>
  [t.admiralty, t.modalities, t.quadClasses].map((texts) => named(texts, choice)).find((said) => said !== choice) ??
  words(choice);
