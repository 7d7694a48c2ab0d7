import { createHash } from 'node:crypto';
import { documentsOf } from '#shared/domain/events/documents.ts';
import { partiesOf } from '#shared/domain/events/multilateral.ts';
import type { DiplomaticEvent } from '#shared/domain/events/new-event.ts';

/**
 * Returns what an event is listed under with the others of its type and its parties that rest on the same document. A
 * hash, since an address may be long and hold any character.
 */
export function documentSubjects(event: Pick<DiplomaticEvent, 'type' | 'participants' | 'evidence'>): string[] {
  const documents = documentsOf(event);
  if (documents.length === 0) return [];
  const about = `${event.type}/${partiesOf(event.participants).toSorted().join('+')}`;
  return documents.map((one) => `document/${createHash('sha256').update(`${about}/${one}`).digest('base64url')}`);
}
