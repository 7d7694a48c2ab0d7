import type { JSX } from 'preact';
import type { Participant } from '../api-types.ts';
import { partyLink, partyName } from '../party-name.ts';
import { href } from '../place.ts';

/** Who took part, each with the way to the person and the party. */
export function Participants({ of }: { readonly of: readonly Participant[] }): JSX.Element {
  return (
    <ul class="participants">
      {of.map((participant, index) => (
        <li key={`${participant.party}-${index}`}>
          {participant.person !== undefined && (
            <>
              <a href={href(`/people/${encodeURIComponent(participant.person.id)}`)}>{participant.person.name}</a>,{' '}
            </>
          )}
          {participant.office !== undefined && `${participant.office}, `}
          <a href={partyLink(participant.party)}>{partyName(participant.party)}</a>{' '}
          <span class="role">({participant.role})</span>
        </li>
      ))}
    </ul>
  );
}
