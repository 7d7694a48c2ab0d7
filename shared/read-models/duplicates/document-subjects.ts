import { createHash } from 'node:crypto';
import { documentsOf } from '#shared/domain/events/documents.ts';
import { documentKeys } from '#shared/domain/events/duplicate.ts';
import type { DiplomaticEvent } from '#shared/domain/events/new-event.ts';

/**
 * Returns a subject for each document of an event, under which events of its type and parties are listed. It is a hash,
 * since an address may be long and have any character.
 */
export function documentSubjects(event: Pick<DiplomaticEvent, 'type' | 'participants' | 'evidence'>): string[] {
  const keys = documentKeys({ ...event, documents: documentsOf(event) });
  return keys.map((key) => `document/${createHash('sha256').update(key).digest('base64url')}`);
}
