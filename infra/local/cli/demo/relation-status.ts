import * as z from 'zod';
import { bayesFactorInWords } from '#shared/domain/scoring/tempo/tempo-words.ts';
import type { LocalCloud } from '#infra/local/cloud/local-cloud.ts';

const Summary = z.object({
  lastContact: z.object({ kind: z.string(), occurred: z.string() }).nullable(),
  index: z.object({ slow: z.number(), fast: z.number(), weight: z.number() }),
});
const Months = z.object({
  items: z.array(
    z.object({
      month: z.string(),
      n: z.number(),
      mean: z.number().nullable(),
      index: z.object({ slow: z.number(), fast: z.number() }),
    }),
  ),
});
const Channel = z.object({ words: z.array(z.string()) });
const Phases = z.object({ tempo: z.object({ cooperative: Channel }), tone: Channel });
const Tempo = z.object({
  rarity: z.object({ firstSince: z.array(z.object({ before: z.string(), words: z.string() })) }),
});
const Event = z.object({ occurred: z.string(), type: z.string() });

/** Describes the relation of the brief at the end of January 2025, in lines for a terminal. */
export async function relationStatus(cloud: LocalCloud): Promise<string[]> {
  const headers = { authorization: `Bearer ${await cloud.token()}` };
  const readAt = async <Reply extends z.ZodType>(path: string, schema: Reply): Promise<z.output<Reply>> => {
    const reply = await fetch(`${cloud.url}${path}`, { headers });
    if (reply.status !== 200) throw new Error(`Reading ${path}: ${reply.status} ${await reply.text()}`);
    return schema.parse(await reply.json());
  };
  const read = async <Reply extends z.ZodType>(path: string, schema: Reply) =>
    readAt(`/relations/BGD-PAK${path}`, schema);
  const summary = await read('', Summary);
  const months = await read('/score?from=2024-08&to=2025-01', Months);
  const phases = await read('/phases?through=2025-01-16', Phases);
  const { rarity } = await read('/tempo?through=2025-01-16', Tempo);
  const rare = await Promise.all(
    rarity.firstSince.map(async ({ before, words }) => {
      const { occurred, type } = await readAt(`/events/${before}?view=corrected`, Event);
      return `Rare: the contact of ${occurred} (${type}) was ${words}.`;
    }),
  );
  return [
    `Last contact: ${summary.lastContact?.kind} (${summary.lastContact?.occurred}).`,
    ...months.items
      .toSorted((a, b) => (a.month < b.month ? -1 : 1))
      .map(({ month, n, mean, index: { slow, fast } }) => {
        const score = mean === null ? 'no score' : `mean ${mean.toFixed(1)}`;
        return `${month}: ${n} scored, ${score.padEnd(9)} index slow ${slow.toFixed(2)}, fast ${fast.toFixed(2)}`;
      }),
    ...phases.tempo.cooperative.words.map((words) => `Tempo: ${words}.`),
    ...(phases.tempo.cooperative.words.some((words) => words.includes('Bayes factor')) ? [bayesFactorInWords] : []),
    ...rare,
    ...phases.tone.words.map((words) => `Tone: ${words}.`),
  ];
}
