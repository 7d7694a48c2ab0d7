import * as z from 'zod';
import { PartyCode } from '#shared/domain/parties/parties.ts';
import { name } from './text.ts';

/** The role of a party in an event; `subject` for the party of a domestic event or an assessment. */
export const Role = z
  .enum([
    'visitor',
    'host',
    'participant',
    'source',
    'target',
    'declarant',
    'requester',
    'addressee',
    'mediator',
    'signatory',
    'sender',
    'receiver',
    'observer',
    'subject',
  ])
  .meta({ id: 'Role' });
export type Role = z.output<typeof Role>;

/** The part of a society that a participant acts for: role codes of CAMEO (actor codebook, 2.3). */
export const Sector = z
  .enum([
    'GOV',
    'MIL',
    'LEG',
    'JUD',
    'SPY',
    'COP',
    'IGO',
    'NGO',
    'NGM',
    'MNC',
    'BUS',
    'MED',
    'EDU',
    'CVL',
    'ELI',
    'OPP',
    'REB',
    'SEP',
    'INS',
    'UAF',
  ])
  .meta({ id: 'Sector' });
export type Sector = z.output<typeof Sector>;

/** A person: a stable id, and the name as this report spells it. */
export const Person = z
  .strictObject({
    id: z
      .string()
      .max(80)
      .regex(/^person:[a-z0-9]+(-[a-z0-9]+)*$/, {
        error: 'expected "person:" and kebab-case, such as "person:bgd-yunus"',
      }),
    name: name(120),
  })
  .meta({ id: 'Person' });
export type Person = z.output<typeof Person>;

/** A party that takes part in an event, in one role. */
export const Participant = z
  .strictObject({
    party: PartyCode,
    role: Role,
    person: Person.optional(),
    office: name(160).optional(),
    sector: Sector.optional(),
  })
  .meta({ id: 'Participant' });
export type Participant = z.output<typeof Participant>;
