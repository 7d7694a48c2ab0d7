import type { ClosingReason, ServerMessage } from './server-message.ts';

const details: Readonly<Record<ClosingReason, string>> = {
  'token-expired': 'The token has expired: connect with a new one and subscribe after the last cursor',
  'not-reading': 'What was sent has not been read for minutes: connect again and subscribe after the last cursor',
  interrupted: 'What was sent last is not known: connect again and subscribe after the last cursor',
};

/** The last message on a connection: why the server ends it. */
export const closing = (reason: ClosingReason): ServerMessage => ({ type: 'closing', reason, detail: details[reason] });
