import { quadClassOf } from '#shared/domain/scoring/quad-class.ts';
import type { ComponentChildren, JSX } from 'preact';
import type { EventAsRead, Evidence } from '../api-types.ts';
import { eventLink, partyName } from '../party-name.ts';
import { dateInWords } from '../text/date-in-words.ts';
import { named, t, words } from '../text/text.ts';
import { Participants } from './participants.tsx';
import { Shape } from './shape.tsx';

interface EventCardProps {
  readonly event: EventAsRead;
  readonly highlighted?: boolean;
  readonly children?: ComponentChildren;
}

/** An event as a card: when, what, who, how sure, and on how many sources it rests. */
export function EventCard({ event, highlighted = false, children }: EventCardProps): JSX.Element {
  const { type, occurred = '', modality, evidence, cameo } = event;
  return (
    <article class={`card ${highlighted ? 'differs' : ''} ${event.withdrawn === undefined ? '' : 'withdrawn'}`}>
      <header>
        <Shape type={type} credibility={evidence?.credibility} modality={modality} />
        <time class="when" title={occurred}>
          {dateInWords(occurred)}
        </time>
        <span class="type">{words(type)}</span>
        {modality !== undefined && modality !== 'held' && <span class="tag">{named(t.modalities, modality)}</span>}
        {cameo !== undefined && <span class={`tag ${quadClassOf(cameo)}`}>{t.quadClasses[quadClassOf(cameo)]}</span>}
      </header>
      <p class="summary">
        <a href={eventLink(event.id)}>{event.summary ?? words(type)}</a>
      </p>
      <Participants of={event.participants ?? []} />
      <p class="evidence">
        <HowSure evidence={evidence} />
        {event.withdrawn !== undefined && ` · ${t.event.withdrawn(event.withdrawn.reason)}`}
        {event.deniedBy !== undefined && ` · ${t.event.deniedBy(event.deniedBy.map(partyName).join(', '))}`}
      </p>
      {children}
    </article>
  );
}

/** The Admiralty code with its words, and the number of independent sources. */
export function HowSure({ evidence }: { readonly evidence: Evidence | undefined }): JSX.Element {
  const { reliability, credibility, sourceCount = 0 } = evidence ?? {};
  const code = `${reliability ?? ''}${credibility ?? ''}`;
  const said = [reliability, credibility].flatMap((part) => {
    const text = part === undefined ? undefined : t.admiralty[part];
    return text === undefined ? [] : [text.slice(3)];
  });
  return (
    <>
      {code === '' ? t.event.notAssessed : <strong>{code}</strong>} {said.join(', ')} · {t.event.sources(sourceCount)}
    </>
  );
}
