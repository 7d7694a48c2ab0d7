import { expect, it } from 'vitest';
import { type Page, useCloud } from '#tests/support/cloud.ts';
import { freshRelation } from '#tests/support/fresh-relation.ts';

const { api } = useCloud();

interface Changes {
  readonly items: readonly { readonly position: number; readonly event: { readonly id: string } }[];
  readonly next: string;
}

it('a follower of /changes sees each of 600 events once, while they are recorded in three calls', async () => {
  const { dyad, stream, meeting } = freshRelation();
  const { body: end } = await api.get<Page>('/events?limit=1000');
  const commit = (start: number, size: number) => ({
    stream,
    events: Array.from({ length: size }, (_, index) => meeting({ summary: `Meeting ${start + index}` })),
  });
  const record = async () => {
    for (const start of [0, 200, 400]) {
      const { status } = await api.post('/events', { commits: [commit(start, 100), commit(start + 100, 100)] });
      expect(status).toBe(200);
    }
  };
  const follow = async (about: string) => {
    const seen: string[] = [];
    for (let after = String(end.next); seen.length < 600;) {
      const { body } = await api.get<Changes>(`/changes?after=${encodeURIComponent(after)}&limit=37${about}`);
      seen.push(...body.items.map(({ event }) => event.id).filter((id) => id.startsWith(`relation.${dyad}.`)));
      after = body.next;
    }
    return seen;
  };
  const expected = Array.from({ length: 600 }, (_, index) => `relation.${dyad}.${index + 1}`);
  const [all, ofDyad, ofParty] = await Promise.all([
    follow(''),
    follow(`&dyad=${dyad}`),
    follow(`&party=${dyad.slice(0, 3)}`),
    record(),
  ]);
  expect(all).toEqual(expected);
  expect(ofDyad).toEqual(expected);
  expect(ofParty).toEqual(expected);
});
