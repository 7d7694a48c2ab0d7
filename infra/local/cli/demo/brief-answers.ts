import * as z from 'zod';
import type { LocalCloud } from '#infra/local/cloud/local-cloud.ts';

const Event = z.looseObject({
  occurred: z.string(),
  summary: z.string().optional(),
  claim: z.string().optional(),
  participants: z.array(z.looseObject({ party: z.string(), person: z.looseObject({ name: z.string() }).optional() })),
});
const Events = z.object({ items: z.array(Event).min(1) });
const Words = z.array(z.string()).min(1);
const Phases = z.object({ tempo: z.object({ cooperative: z.object({ words: Words }) }) });
const Tempo = z.object({ rarity: z.object({ firstSince: z.array(z.object({ words: z.string() })).min(1) }) });

const summaries = (body: unknown): string[] => Events.parse(body).items.flatMap(({ summary }) => summary ?? []);
const claims = (body: unknown): string[] => Events.parse(body).items.flatMap(({ claim }) => claim ?? []);
/** The people of the other side: the delegation is that of Bangladesh. */
const hosts = (body: unknown): string[] => [
  ...new Set(
    Events.parse(body).items.flatMap((event) =>
      event.participants.flatMap(({ party, person }) => (party === 'BGD' ? [] : (person?.name ?? []))),
    ),
  ),
];

/** Questions that the brief answers, each with its path and the words of its response. */
const questions: readonly (readonly [question: string, path: string, words: (body: unknown) => readonly string[]])[] = [
  ['Whom did the delegation meet?', '/relations/BGD-PAK/timeline?type=MeetingHeld&from=2025-01-01', hosts],
  ['What did both sides stress?', '/relations/BGD-PAK/timeline?topic=resilience', summaries],
  ['What may have been discussed?', '/relations/BGD-PAK/timeline?modality=hypothetical', summaries],
  [
    'Have meetings become more frequent?',
    '/relations/BGD-PAK/phases?through=2025-01-16',
    (body) => Phases.parse(body).tempo.cooperative.words.slice(0, 1),
  ],
  [
    'Are such exchanges rare?',
    '/relations/BGD-PAK/tempo?through=2025-01-16',
    (body) =>
      Tempo.parse(body)
        .rarity.firstSince.map(({ words }) => words)
        .slice(0, 1),
  ],
  ['What became of Sheikh Hasina?', '/people/person:bgd-sheikh-hasina/events', summaries],
  ['Bangladesh and India?', '/relations/BGD-IND/timeline?type=AssessmentRecorded', claims],
  ['India and Pakistan?', '/relations/IND-PAK/timeline?type=AssessmentRecorded', claims],
];

/**
 * Asks for the sentences of the brief, and returns the answers in lines for a terminal; throws where one is not there.
 */
export async function briefAnswers(cloud: LocalCloud): Promise<string[]> {
  const headers = { authorization: `Bearer ${await cloud.token()}` };
  return Promise.all(
    questions.map(async ([question, path, words]) => {
      const reply = await fetch(`${cloud.url}${path}`, { headers });
      if (reply.status !== 200) throw new Error(`Reading ${path}: ${reply.status} ${await reply.text()}`);
      return `${question.padEnd(36)} ${words(await reply.json()).join(', ')}`;
    }),
  );
}
