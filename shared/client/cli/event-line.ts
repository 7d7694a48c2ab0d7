import { splitPair } from '#shared/domain/parties/dyad.ts';
import { partyName } from '#shared/domain/parties/party-name.ts';
import type { PhaseChanged } from '#shared/client/api-schema.ts';
import { styled } from './terminal.ts';

/** What of an event a line shows. */
export interface Shown {
  readonly id: string;
  readonly type: string;
  readonly position?: number | undefined;
  readonly occurred?: string | undefined;
  readonly of?: string | undefined;
  readonly modality?: string | undefined;
  readonly participants?: readonly { readonly party: string; readonly role: string }[] | undefined;
  readonly summary?: string | undefined;
}

/** An event on one line: when, what, who, where it is. */
export function eventLine({ id, type, occurred, of, modality, participants = [], summary }: Shown): string {
  const who = participants.map(({ party, role }) => `${partyName(party)} (${role})`).join(', ');
  const certain = modality === undefined || modality === 'held' ? '' : styled('yellow', ` ${modality}`);
  const about = summary ?? (of === undefined ? '' : `of ${of}`);
  return [
    styled('cyan', (occurred ?? '').padEnd(11)),
    `${styled('bold', type)}${certain}`,
    who,
    about,
    styled('dim', id),
  ]
    .filter((part) => part !== '')
    .join('  ');
}

/** A change of phase on one line: since when, of whom, what, where it is announced. */
export const phaseLine = ({ month, dyad, words, id }: PhaseChanged): string =>
  [
    styled('cyan', month.padEnd(11)),
    styled('bold', (splitPair(dyad) ?? []).map(partyName).join(' – ')),
    words,
    styled('dim', id),
  ].join('  ');
