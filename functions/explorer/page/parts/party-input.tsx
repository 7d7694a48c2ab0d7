import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { partyName, suggestions } from '../party-name.ts';

interface PartyInputProps {
  readonly name: string;
  readonly label: string;
  readonly required?: boolean;
  readonly value?: string;
  readonly invalid?: string | undefined;
}

/** A field for a party, by its name or code, with suggestions. */
export function PartyInput({ name, label, required = false, value = '', invalid }: PartyInputProps): JSX.Element {
  const [text, setText] = useState(value);
  return (
    <div class="field">
      <label for={name}>{label}</label>
      <input
        id={name}
        name={name}
        list={`${name}-suggestions`}
        autocomplete="off"
        required={required}
        value={text}
        aria-invalid={invalid !== undefined}
        aria-describedby={invalid === undefined ? undefined : `${name}-problem`}
        onInput={({ currentTarget }) => setText(currentTarget.value)}
      />
      <datalist id={`${name}-suggestions`}>
        {suggestions(text).map((code) => (
          <option key={code} value={partyName(code)}>
            {code}
          </option>
        ))}
      </datalist>
      {invalid !== undefined && (
        <p id={`${name}-problem`} class="problem">
          {invalid}
        </p>
      )}
    </div>
  );
}
