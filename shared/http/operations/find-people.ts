import * as z from 'zod';
import { nameLikenesses } from '../../domain/person-name.ts';
import { Cursor } from '../requests/list-parameters.ts';
import { findPeopleRequest } from '../requests/find-people.ts';
import type { Operation } from './operation.ts';
import { PersonAsRead } from './read-person.ts';
import { csvMediaType } from '../record-media-types.ts';
import { CsvText, linkHeader, notModified, pageOf, taggedHeader } from './recorded-event.ts';

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
  replies: {
    200: {
      description: 'A page of candidates',
      content: { 'application/json': pageOf(Candidate, Cursor.nullable()), [csvMediaType]: CsvText },
      headers: linkHeader.extend(taggedHeader.shape),
    },
    304: notModified,
  },
  problems: ['invalid-request', 'invalid-cursor', 'not-yet'],
} as const satisfies Operation;
