import { partyName } from '#shared/domain/parties/party-name.ts';
import { foldedWords } from './folded-words.ts';

/** The fields of an event that are searched. */
interface SearchedEvent {
  readonly summary?: string | undefined;
  readonly title?: string | undefined;
  readonly claim?: string | undefined;
  readonly author?: string | undefined;
  readonly concerning?: string | undefined;
  readonly topics?: readonly string[] | undefined;
  readonly participants: readonly SearchedParticipant[];
  readonly thirdParties?: readonly string[] | undefined;
  readonly place?:
    | { readonly country?: string | undefined; readonly city?: string | undefined; readonly site?: string | undefined }
    | undefined;
  readonly evidence?: { readonly reports?: readonly { readonly title?: string | undefined }[] | undefined } | undefined;
}

interface SearchedParticipant {
  readonly party: string;
  readonly person?: { readonly name: string } | undefined;
  readonly office?: string | undefined;
}

/** The folded words of each text of an event; a phrase lies within one of them. */
export type EventWords = readonly (readonly string[])[];

/** Returns the folded words of an event: of its summary, its titles, the names in it, and its topics. */
export function wordsOfEvent(event: SearchedEvent): EventWords {
  const { summary, title, claim, author, concerning, topics = [], participants, thirdParties = [], place } = event;
  const parties = new Set([
    ...participants.map(({ party }) => party),
    ...thirdParties,
    ...(place?.country === undefined ? [] : [place.country]),
  ]);
  const texts = [
    summary,
    title,
    claim,
    author,
    concerning,
    ...topics,
    ...[...parties].map(partyName),
    ...participants.flatMap(({ person, office }) => [person?.name, office]),
    place?.city,
    place?.site,
    ...(event.evidence?.reports ?? []).map((report) => report.title),
  ];
  return texts.flatMap((text) => (text === undefined ? [] : [foldedWords(text)]));
}
