import { dyadsConcerned } from '#shared/domain/parties/dyads-concerned.ts';
import type { ComponentChildren, JSX } from 'preact';
import type { EventAsRead } from '../../api-types.ts';
import { Participants } from '../../parts/participants.tsx';
import { Shape } from '../../parts/shape.tsx';
import { dyadName, partyLink, partyName } from '../../party-name.ts';
import { href } from '../../place.ts';
import { dateInWords } from '../../text/date-in-words.ts';
import { t, words } from '../../text/text.ts';

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
      <p>
        {[...new Set(dyads)].map((dyad) => (
          <a key={dyad} href={href(`/relations/${dyad}`)}>
            {dyadName(dyad)}{' '}
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
        <Field name={t.event.modality}>{t.modalities[modality] ?? modality}</Field>
        {place !== undefined && (
          <Field name={t.event.where}>
            {[place.site, place.city, place.country && partyName(place.country)].filter(Boolean).join(', ')}
          </Field>
        )}
        {event.level !== undefined && <Field name={t.event.level}>{words(event.level)}</Field>}
        {event.channel !== undefined && <Field name={t.event.channel}>{words(event.channel)}</Field>}
        {topics.length > 0 && <Field name={t.event.topics}>{topics.map(words).join(', ')}</Field>}
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
            {typeof value === 'string' ? value : JSON.stringify(value)}
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
