import { expect, it } from 'vitest';
import { relationTable } from '#shared/client/cli/relation-table.ts';
import { service } from '#tests/support/service.ts';

type Relation = Parameters<typeof relationTable>[0];

it('shows no index where nothing is recorded that it could rest on, and one where there is', async () => {
  const chancery = service();
  const indexLine = async () => {
    const { body } = await chancery.get('/relations/BGD-PAK');
    return relationTable(body as unknown as Relation)
      .split('\n')
      .find((line) => line.includes('index'));
  };
  expect(await indexLine()).toMatch(/ – \(nothing is recorded that counts\)/);
  const participants = ['BGD', 'PAK'].map((party) => ({ party, role: 'participant' }));
  const today = new Date().toISOString().slice(0, 10);
  await chancery.post('relation/BGD-PAK', { type: 'MeetingHeld', occurred: today, participants });
  await chancery.catchUp();
  expect(await indexLine()).toMatch(/ \+0\.\d slow, \+0\.\d fast, from −10 \(war\) to \+10 \(alliance\)/);
});
