import * as z from 'zod';
import { nameLikenesses } from '#shared/domain/people/person-name.ts';
import { findPeopleRequest } from '#shared/api/requests/find-people.ts';
import type { Operation } from './operation.ts';
import { listOf } from './query-replies.ts';
import { PersonAsRead } from './read-person.ts';

const Candidate = PersonAsRead.extend({
  match: z.enum(nameLikenesses).meta({
    description:
      '`same`: the same words; `alike`: words that sound the same; `part`: all words of one name are in the other',
  }),
}).meta({ id: 'Candidate' });

/** `GET /people` */
export const findPeopleOperation = {
  summary: 'The people who may be meant by a name',
  description:
    'Best first. Case, accents, punctuation, the order of the words, ranks and honorifics before the name make no difference; initials, ' +
    'vowels, doubled letters and usual transliterations little. Ask here for the id of a person before posting an event that names them.',
  request: findPeopleRequest,
  replies: listOf('A page of candidates', Candidate),
  problems: ['invalid-request', 'invalid-cursor', 'not-yet'],
} as const satisfies Operation;
