import { readRepresentationRequest } from '../requests/read-representation.ts';
import type { Operation } from './operation.ts';
import { oneOf, toCanonicalDyad } from './query-replies.ts';
import { RepresentationAsRead } from './register-entry.ts';

/** `GET /relations/{dyad}/representation` */
export const readRepresentationOperation = {
  summary: 'How two states are represented in each other',
  description:
    'For each direction: whether the mission is open, its rank, its head and who is to follow, and who was declared non grata; and in what the two differ. ' +
    'What no report tells is null or `unknown`.',
  request: readRepresentationRequest,
  replies: { ...oneOf('The representation', RepresentationAsRead), ...toCanonicalDyad },
  problems: ['invalid-request', 'not-found', 'not-yet'],
} as const satisfies Operation;
