import type { Recorder } from '#shared/domain/events/recorder.ts';
import type { Clients } from '#shared/identity/clients.ts';

/** A recorder of the organisation `desk`. */
export const recorder = (subject = 'analyst', organisation = 'desk'): Recorder => ({
  subject,
  client: `${organisation}-client`,
  organisation,
});

/** The clients of two organisations, and one with which people sign in. */
export const clients: Clients = new Map([
  ['desk-id', { name: 'desk-client', organisation: 'desk', scopes: ['chancery/append'] }],
  ['partner-id', { name: 'partner-client', organisation: 'partner', scopes: ['chancery/append'] }],
  ['explorer-id', { name: 'explorer', scopes: ['chancery/append'] }],
]);
