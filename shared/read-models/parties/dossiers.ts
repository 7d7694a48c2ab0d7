import { mentionedParties } from '#shared/domain/parties/mentioned-parties.ts';
import { officeSlug } from '#shared/domain/people/office-slug.ts';
import type { SeenEvent } from '#shared/projections/engine/change.ts';
import { documentSubjects } from '#shared/read-models/duplicates/document-subjects.ts';
import { aboutParty, dossiersName } from '#shared/read-models/timeline/list-names.ts';
import { eventList, type Naming } from '#shared/projections/engine/event-list.ts';

/** What a dossier is about, as a part of a row's key. */
export const aboutPerson = (person: string): string => `person/${person}`;
export const aboutTopic = (topic: string): string => `topic/${topic}`;
const aboutOffice = (party: string, office: string): string => `office/${party}/${office}`;
/** Events that name an office of a party and nobody in it. */
export const aboutVacantOffice = (party: string, office: string): string => `vacant-office/${party}/${office}`;

/**
 * The subject that a path leads to: a person, a topic, an office of a party, or a party. Throws where it names none.
 */
export function dossierSubject(path: {
  readonly party?: string | undefined;
  readonly office?: string | undefined;
  readonly personId?: string | undefined;
  readonly topic?: string | undefined;
}): string {
  const { party, office, personId, topic } = path;
  if (personId !== undefined) return aboutPerson(personId);
  if (topic !== undefined) return aboutTopic(topic);
  if (party === undefined) throw new Error('A dossier is about a person, a topic, an office or a party');
  return office === undefined ? aboutParty(party) : aboutOffice(party, office);
}

/** A party's office, and who is reported in it. */
export interface OfficeHeld {
  readonly party: string;
  readonly office: string;
  readonly slug: string;
  readonly person?: { readonly id: string; readonly name: string } | undefined;
}

/** The offices that an event names, with their holders. */
export const officesHeld = ({ participants }: SeenEvent): OfficeHeld[] =>
  participants.flatMap(({ party, office, person }) => {
    const slug = office === undefined ? '' : officeSlug(office);
    return office === undefined || slug === '' ? [] : [{ party, office, slug, person }];
  });

/**
 * The dossiers that an event belongs into: of every party it names, its people and their offices, its topics, and the
 * documents it rests on.
 */
export function dossiersOf(event: SeenEvent): string[] {
  const offices = officesHeld(event);
  const people = event.participants.flatMap(({ person }) => person ?? []);
  return [
    ...new Set([
      ...[...mentionedParties(event)].map(aboutParty),
      ...people.map(({ id }) => aboutPerson(id)),
      ...offices.map(({ party, slug }) => aboutOffice(party, slug)),
      ...offices.flatMap(({ party, slug, person }) => (person === undefined ? [aboutVacantOffice(party, slug)] : [])),
      ...(event.topics ?? []).map(aboutTopic),
      ...documentSubjects(event),
    ]),
  ];
}

/**
 * Answers "what is recorded about this party, person, office, topic or document, in order?", now and as it was known at
 * any time. The rows of a person have the office in which each event names them, so that people and offices are listed
 * without reading the events.
 */
export const dossiers = eventList({
  ...dossiersName,
  subjects: dossiersOf,
  note: (event, partition) => {
    if (partition.startsWith('document/')) return {};
    const [, id] = personPartition.exec(partition) ?? [];
    return id === undefined ? undefined : { named: namingsOf(event, id) };
  },
  isMentioned: ({ participants }, partition) => {
    const [, mentioned] = partyPartition.exec(partition) ?? [];
    return mentioned !== undefined && !participants.some(({ party }) => party === mentioned);
  },
});

const partyPartition = /^party\/([^/]+)/;

const personPartition = /^person\/([^/]+)/;

/** The role in which an event names a person. */
const namingsOf = ({ participants }: SeenEvent, id: string): Naming[] =>
  participants.flatMap(({ person, party, office }) =>
    person?.id === id ? [{ name: person.name, party, ...(office !== undefined && { office }) }] : [],
  );
