import { styleText } from 'node:util';
import { partyName } from '#shared/domain/parties/party-name.ts';
import type { TimelineEntry } from '#shared/read-models/timeline/projection.ts';

const width = 96;

/** A bilateral timeline for a terminal: when, what, who, how sure, and a sentence. */
export const timelineText = (entries: readonly TimelineEntry[]): string => entries.map(entryText).join('\n');

function entryText(entry: TimelineEntry): string {
  const when = entry.occurred.padEnd(24);
  const what = styleText('bold', words(entry.type));
  const lines = [`${styleText('cyan', when)}${what}  ${certainty(entry)}`, ...indented(who(entry))];
  if (entry.summary !== undefined) lines.push(...indented(entry.summary));
  return lines.join('\n');
}

/** `MeetingHeld` as "Meeting held". */
const words = (type: string): string => {
  const [first = '', ...rest] = type.split(/(?=[A-Z])/);
  return [first, ...rest.map((word) => word.toLowerCase())].join(' ');
};

/** What the record claims of it: its modality where it was not simply held, and the Admiralty code. */
function certainty({ modality, evidence }: TimelineEntry): string {
  const claimed = modality === 'held' ? [] : [styleText('yellow', modality)];
  const { reliability, credibility, reports } = evidence ?? {};
  const code = reliability === undefined || credibility === undefined ? [] : [`${reliability}${credibility}`];
  const sources = new Set(reports?.map(({ origin, publisher }) => origin ?? publisher)).size;
  const counted = sources === 0 ? [] : [`${sources} source${sources === 1 ? '' : 's'}`];
  return styleText('dim', [...claimed, ...code, ...counted].join(' · '));
}

const who = ({ participants }: TimelineEntry): string =>
  participants
    .map(({ party, person, office, role }) => {
      const about = [office, partyName(party)].filter((part) => part !== undefined).join(', ');
      return person === undefined ? `${about} (${role})` : `${person.name}, ${about}`;
    })
    .join(' – ');

function indented(text: string): string[] {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line.length + word.length >= width - 24) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.map((line) => ' '.repeat(24) + line);
}
