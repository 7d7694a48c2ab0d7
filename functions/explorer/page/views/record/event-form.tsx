import type { EventTypeName } from '#shared/domain/events/event-types.ts';
import type { JSX, TargetedSubmitEvent } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { api } from '../../api.ts';
import type { EventAsRead, Participant } from '../../api-types.ts';
import { fieldText } from '../../form-text.ts';
import { Problem } from '../../http.ts';
import { fieldName } from '../../parts/difference-list.tsx';
import { EventLine } from '../../parts/event-line.tsx';
import { eventLink } from '../../party-name.ts';
import { t, words } from '../../text/text.ts';
import { similarEvents } from './similar-events.ts';
import { fieldsOf, valueOf } from './form-value.ts';
import { ParticipantFields } from './participant-fields.tsx';
import { SchemaField } from './schema-field.tsx';
import { resolved, type Schemas } from './schemas.ts';
import { isNamed, streamOf } from './stream-of.ts';

interface EventFormProps {
  readonly type: EventTypeName;
  readonly schemas: Schemas;
  readonly again: () => void;
}

/** Fields that are asked for at once; the others are behind "more fields". */
const usual = ['occurred', 'summary', 'modality', 'evidence'];
/** Fields with a place of their own in the form, or none. */
const apart = ['type', 'schemaVersion', 'participants', ...usual];

/** The fields of a type as its schema has them; what is refused is said at its field. */
export function EventForm({ type, schemas, again }: EventFormProps): JSX.Element {
  const form = useRef<HTMLFormElement>(null);
  const [problem, setProblem] = useState<Problem>();
  const [similar, setSimilar] = useState<readonly EventAsRead[]>([]);
  const [recorded, setRecorded] = useState<string>();
  const schema = resolved(schemas, schemas[type] ?? {});
  const properties = Object.entries(schema.properties ?? {});
  const problems = problem?.errors ?? [];
  const isOfParticipants = problems.some(({ pointer }) => pointer?.startsWith('/participants'));
  /** The stream is named after the participants: of both only what is wrong with them is said. */
  const listed = problems.filter(({ pointer }) => pointer !== undefined || !isOfParticipants);
  const read = (element: HTMLFormElement) => {
    const value = (valueOf(fieldsOf(element), schemas, schema, '') ?? {}) as {
      participants?: readonly Participant[];
      occurred?: string;
    };
    return {
      event: { ...value, type },
      stream: streamOf(type, value.participants ?? [], fieldText(element, 'stream')),
    };
  };
  const look = async (): Promise<void> => {
    if (form.current !== null) setSimilar(await similarEvents(type, read(form.current).event));
  };
  const submit = async (element: HTMLFormElement): Promise<void> => {
    const { event, stream } = read(element);
    try {
      const { events } = await api.append(stream, event);
      setRecorded(events[0]?.id);
    } catch (error) {
      setProblem(error instanceof Problem ? error : new Problem({ title: String(error) }));
    }
  };
  if (recorded !== undefined) {
    return (
      <p role="status">
        <a href={eventLink(recorded)}>{t.record.done(recorded)}</a>{' '}
        <button type="button" onClick={again}>
          {t.record.again}
        </button>
      </p>
    );
  }
  const field = (name: string) => (
    <SchemaField
      key={name}
      schemas={schemas}
      schema={schema.properties?.[name] ?? {}}
      pointer={`/${name}`}
      label={words(name)}
      required={name === 'occurred'}
      problems={problems}
    />
  );
  return (
    <form
      ref={form}
      onChange={() => void look()}
      onSubmit={(event: TargetedSubmitEvent<HTMLFormElement>) => {
        event.preventDefault();
        void submit(event.currentTarget);
      }}
    >
      {problem !== undefined && (
        <div class="failed" role="alert">
          <strong>{t.record.refused}:</strong> {problems.length === 0 && problem.message}
          <ul>
            {listed.map(({ pointer, detail }) => (
              <li key={`${pointer} ${detail}`}>
                {pointer === undefined ? detail : `${fieldName(pointer)}: ${detail}`}
              </li>
            ))}
          </ul>
        </div>
      )}
      {isNamed(type) && (
        <div class="field">
          <label for="stream">{t.record.stream}</label>
          <input
            id="stream"
            name="stream"
            required
            pattern="[A-Za-z0-9][A-Za-z0-9_\-]{0,63}"
            aria-describedby="stream-note"
          />
          <p id="stream-note" class="hint">
            {t.record.streamHint}
          </p>
        </div>
      )}
      <ParticipantFields type={type} problems={problems} />
      {usual.filter((name) => schema.properties?.[name] !== undefined).map(field)}
      <details>
        <summary>{t.record.optional}</summary>
        {properties.map(([name]) => (apart.includes(name) ? null : field(name)))}
      </details>
      {similar.length > 0 && (
        <div class="differences" role="status">
          <p>{t.record.duplicates}</p>
          <ul>
            {similar.map((event) => (
              <li key={event.id}>
                <EventLine event={event} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <button type="submit">{t.record.submit}</button>
    </form>
  );
}
