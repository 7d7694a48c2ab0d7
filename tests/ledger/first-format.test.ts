import { describe, expect, it } from 'vitest';
import { sweep } from '#shared/feed/sequencer/sequence.ts';
import { NewEvent } from '#shared/domain/events/new-event.ts';
import type { AppendRequest } from '#shared/ledger/append-request.ts';
import { commitFrom } from '#shared/ledger/commit-item.ts';
import { eventAt } from '#shared/ledger/event-at.ts';
import { storedRecord } from '#shared/verification/stored-record.ts';
import { verify } from '#shared/verification/verify.ts';
import { appending } from '#tests/support/appending.ts';
import { meeting, visit } from '#tests/support/events.ts';
import { type ContractStores, contract } from '#tests/support/store-contract.ts';
import items from './ledger-items-of-format-1.json' with { type: 'json' };
import { recorder } from '#tests/support/recorder.ts';

const relation = 'relation/BGD-PAK';
const id = (version: number) => `relation.BGD-PAK.${version}`;
const correction = (type: string, of: string, more: object = {}): NewEvent => NewEvent.parse({ type, of, ...more });
const confirmed = (of: string) => correction('EventConfirmed', of);

/**
 * The items as the code wrote them while the hash covered events alone and the state kept what was withdrawn: a
 * relation of three meetings, the first refined and reported by Dawn, the second retracted, the third merged into the
 * first; and a visit whose date was refined.
 */
async function withRecord(stores: ContractStores) {
  for (const item of items) await stores.ledger.put(commitFrom(item));
  const append = appending(stores.ledger);
  return async (request: Partial<AppendRequest>) => append({ mayCurate: true, ...request });
}

describe('the items of the first format', () => {
  it('are read as they were written', () => {
    expect(items).toHaveLength(9);
    for (const item of items) expect(commitFrom(item)).not.toHaveProperty('format');
  });
});

contract('a record of the first format', (fresh) => {
  it('opens, verifies, and is followed by commits of the second', async () => {
    const stores = await fresh();
    const append = await withRecord(stores);
    await sweep(stores, 1);
    expect(await verify(storedRecord(stores))).toMatchObject({ commits: 9, events: 10, unsequenced: 0 });
    expect(await eventAt(stores.ledger, id(3))).toMatchObject({ type: 'MeetingHeld', summary: 'third' });
    await append({ stream: relation, events: [meeting({ summary: 'another' })] });
    await append({ stream: 'visit/dhaka', events: [visit({ occurred: '2025-01-14', modality: 'planned' })] });
    await append({ stream: relation, events: [confirmed(id(1))] });
    await append({ stream: relation, events: [meeting({ summary: 'after it' })] });
    expect(await stores.ledger.head(relation)).toMatchObject({ format: 2, version: 10, state: '4:[{},7]' });
    await sweep(stores, 1);
    expect(await verify(storedRecord(stores))).toMatchObject({ commits: 13, events: 14, unsequenced: 0 });
  });

  it('keeps what it has decided: what was withdrawn, when, and by which reports', async () => {
    const append = await withRecord(await fresh());
    const refused = async (event: NewEvent) => append({ stream: relation, events: [event] });
    for (const version of [2, 3]) {
      await expect(refused(confirmed(id(version)))).rejects.toMatchObject({ rule: 'event-withdrawn' });
    }
    const again = correction('EventRetracted', id(2), { reason: 'false' });
    expect(await append({ stream: relation, events: [again] })).toMatchObject({ version: 7, versions: [] });
    const dawn = correction('ReportAttached', id(1), { report: { publisher: 'Dawn' } });
    expect(await append({ stream: relation, events: [dawn] })).toMatchObject({ version: 7, versions: [] });
    await expect(append({ stream: 'visit/dhaka', events: [visit({ occurred: '2025-02' })] })).rejects.toMatchObject({
      rule: 'visit-already-conducted',
    });
    const known = await append({ stream: 'visit/dhaka', events: [visit({ occurred: '2025-01-14' })] });
    expect(known).toMatchObject({ version: 3, versions: [] });
    const into = correction('EventsMerged', 'visit.dhaka.1', { into: id(2) });
    await expect(append({ stream: 'visit/dhaka', events: [into] })).rejects.toMatchObject({ rule: 'event-withdrawn' });
  });

  it('keeps it also once commits of the second format follow', async () => {
    const stores = await fresh();
    const append = await withRecord(stores);
    await append({ stream: relation, events: [meeting()] });
    await expect(append({ stream: relation, events: [confirmed(id(2))] })).rejects.toMatchObject({
      rule: 'event-withdrawn',
    });
    await append({ stream: relation, events: [confirmed(id(1))] });
    const [corrected] = (await stores.ledger.decisions([`corrected/${relation}#1`])).values();
    expect(JSON.parse(corrected?.data ?? '{}')).toMatchObject({
      upTo: 9,
      event: { occurred: '2025-01-13', corrections: 3, evidence: { reports: [{ publisher: 'Dawn' }] } },
    });
  });

  it('names the recorders as before, and lets none but curators correct what has no organisation', async () => {
    const stores = await fresh();
    const append = await withRecord(stores);
    expect((await eventAt(stores.ledger, id(3)))?.recordedBy).toEqual({ subject: 'analyst' });
    const correct = async (mayCurate: boolean) => append({ stream: relation, events: [confirmed(id(1))], mayCurate });
    await expect(correct(false)).rejects.toMatchObject({ rule: 'not-yours-to-correct' });
    expect(await correct(true)).toMatchObject({ version: 8 });
  });

  it('answers a key of its newest commit as the first time', async () => {
    const append = await withRecord(await fresh());
    const events = [visit({ occurred: '2025-01-14', modality: 'denied' })];
    const request = { stream: 'visit/dhaka', idempotencyKey: 'last-key', events };
    expect(await append(request)).toMatchObject({ version: 3, versions: [3] });
    expect(await append({ ...request, recordedBy: recorder('another') })).toMatchObject({ version: 4, versions: [4] });
  });
});
