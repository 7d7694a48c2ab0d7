import { eventTypes, type EventTypeName } from '#shared/domain/events/event-types.ts';
import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { Shown, useLoaded } from '../../loaded.tsx';
import { parameter, setParameters } from '../../place.ts';
import { may } from '../../session.ts';
import { t, words } from '../../text/text.ts';
import { EventForm } from './event-form.tsx';
import { loadSchemas } from './schemas.ts';

const isType = (name: string | undefined): name is EventTypeName =>
  name !== undefined && Object.hasOwn(eventTypes, name);

/** Records an event: the type first, then its own fields. */
export function RecordView(): JSX.Element {
  const schemas = useLoaded('schemas', loadSchemas);
  const [recorded, setRecorded] = useState(0);
  const asked = parameter('type');
  if (!may('chancery/append')) return <p>{t.record.forbidden}</p>;
  return (
    <section class="record">
      <h1>{t.record.title}</h1>
      <div class="field">
        <label for="type">{t.record.type}</label>
        <select
          id="type"
          value={asked ?? ''}
          onChange={({ currentTarget: { value } }) => setParameters({ type: value }, true)}
        >
          <option value="">{t.record.choose}</option>
          {Object.keys(eventTypes).map((name) => (
            <option key={name} value={name}>
              {words(name)}
            </option>
          ))}
        </select>
      </div>
      {isType(asked) && (
        <Shown of={schemas}>
          {(loaded) => (
            <EventForm
              key={`${asked} ${recorded}`}
              type={asked}
              schemas={loaded}
              again={() => setRecorded(recorded + 1)}
            />
          )}
        </Shown>
      )}
    </section>
  );
}
