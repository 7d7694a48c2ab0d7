import { dyadsConcerned } from '#shared/domain/parties/dyads-concerned.ts';
import type { ComponentChildren, JSX } from 'preact';
import type { EventAsRead } from '../../api-types.ts';
import { Participants } from '../../parts/participants.tsx';
import { Shape } from '../../parts/shape.tsx';
import { dyadName, partyLink, partyName, topicLink } from '../../party-name.ts';
import { href } from '../../place.ts';
import { dateInWords } from '../../text/date-in-words.ts';
import { named, t, words } from '../../text/text.ts';

/** Fields that have a place of their own on the page. */
const placed = new Set(
  (
    'id stream version position type occurred from to participants place topics channel level modality evidence partOf reactsTo ' +
    'cameo summary recordedAt recordedBy corrections deniedBy withdrawn schemaVersion links standing status thirdParties bearsOn'
  ).split(' '),
);

/** What is recorded of an event, field by field. */
export function EventFields({ event }: { readonly event: EventAsRead }): JSX.Element {
  const { type, occurred = '', participants = [], place, topics = [], evidence, modality = 'held' } = event;
  const dyads = dyadsConcerned({ participants, bearsOn: event.bearsOn });
  const others = Object.entries(event).filter(([name]) => !placed.has(name));
  return (
    <>
      <p class="crumbs">
        {dyads.map((dyad) => (
          <a key={dyad} href={href(`/relations/${dyad}`)}>
            {dyadName(dyad)}
          </a>
        ))}
      </p>
      <h1>{event.summary ?? words(type)}</h1>
      {event.withdrawn !== undefined && <p class="problem">{t.event.withdrawn(event.withdrawn.reason)}</p>}
      {event.deniedBy !== undefined && (
        <p class="problem">{t.event.deniedBy(event.deniedBy.map(partyName).join(', '))}</p>
      )}
      <dl class="facts">
        <Field name={t.event.type}>
          <Shape type={type} credibility={evidence?.credibility} modality={modality} /> {words(type)}
        </Field>
        <Field name={t.event.when}>
          {dateInWords(occurred)} <code>{occurred}</code>
        </Field>
        <Field name={t.event.who}>
          <Participants of={participants} />
        </Field>
        <Field name={t.event.modality}>{named(t.modalities, modality)}</Field>
        {place !== undefined && (
          <Field name={t.event.where}>
            {[place.site, place.city, place.country && partyName(place.country)].filter(Boolean).join(', ')}
          </Field>
        )}
        {event.level !== undefined && <Field name={t.event.level}>{words(event.level)}</Field>}
        {event.channel !== undefined && <Field name={t.event.channel}>{words(event.channel)}</Field>}
        {topics.length > 0 && (
          <Field name={t.event.topics}>
            {topics.map((topic) => (
              <a key={topic} class="line" href={topicLink(topic)}>
                {words(topic)}
              </a>
            ))}
          </Field>
        )}
        {event.cameo !== undefined && <Field name={t.event.cameo}>{event.cameo}</Field>}
        {event.thirdParties !== undefined && (
          <Field name={t.event.mentioned}>
            {event.thirdParties.map((party) => (
              <a key={party} href={partyLink(party)}>
                {partyName(party)}{' '}
              </a>
            ))}
          </Field>
        )}
        {others.map(([name, value]) => (
          <Field key={name} name={words(name)}>
            {said(value)}
          </Field>
        ))}
      </dl>
    </>
  );
}

function Field({ name, children }: { readonly name: string; readonly children: ComponentChildren }): JSX.Element {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** A value of a field that only some types have: a date, a number, a text, or several of them. */
function said(value: unknown): string {
  if (typeof value === 'string') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? dateInWords(value) : value;
  if (typeof value === 'boolean') return value ? t.event.yes : t.event.no;
  if (Array.isArray(value)) return value.map(said).join('; ');
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([name, part]) => `${words(name)}: ${said(part)}`)
    .join(', ');
}
