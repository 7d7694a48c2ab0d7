import type { EventTypeName } from '#shared/domain/events/event-types.ts';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import type { Violation } from '../../http.ts';
import { PartyInput } from '../../parts/party-input.tsx';
import { t, words } from '../../text/text.ts';
import { rolesOf } from './stream-of.ts';

/** Who takes part: at first one row for each role that the type needs. */
export function ParticipantFields(props: {
  readonly type: EventTypeName;
  readonly problems: readonly Violation[];
}): JSX.Element {
  const { type, problems } = props;
  const { first, all } = rolesOf(type);
  const [rows, setRows] = useState(() => first.map((role, key) => ({ role, key })));
  const problem = problems.find(({ pointer }) => pointer === '/participants')?.detail;
  const add = (): void => setRows([...rows, { role: all[0] ?? '', key: Math.max(...rows.map(({ key }) => key)) + 1 }]);
  return (
    <fieldset>
      <legend>{t.record.participants}</legend>
      {problem !== undefined && <p class="problem">{problem}</p>}
      {rows.map(({ role, key }, index) => (
        <div key={key} class="row">
          <PartyInput
            name={`/participants/${index}/party`}
            label={t.record.party}
            required
            invalid={problems.find(({ pointer }) => pointer?.startsWith(`/participants/${index}/`))?.detail}
          />
          <label>
            {t.record.role}
            <select name={`/participants/${index}/role`}>
              {all.map((one) => (
                <option key={one} value={one} selected={one === role}>
                  {words(one)}
                </option>
              ))}
            </select>
          </label>
          <Text pointer={`/participants/${index}/person/name`} label={t.record.personName} />
          <Text pointer={`/participants/${index}/person/id`} label={t.record.personId} />
          <Text pointer={`/participants/${index}/office`} label={t.record.office} />
          {rows.length > 1 && (
            <button
              type="button"
              class="quiet small"
              aria-label={t.record.removeParticipant(index + 1)}
              onClick={() => setRows(rows.filter((row) => row.key !== key))}
            >
              {t.record.remove}
            </button>
          )}
        </div>
      ))}
      <button type="button" onClick={add}>
        {t.record.addParticipant}
      </button>
    </fieldset>
  );
}

function Text({ pointer, label }: { readonly pointer: string; readonly label: string }): JSX.Element {
  return (
    <label>
      {label}
      <input name={pointer} />
    </label>
  );
}
