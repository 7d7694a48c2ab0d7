import { describe, expect, it } from 'vitest';
import { appendEach, type CommitOutcome } from '#shared/api/appending/append-each.ts';
import { waitWithin } from '#shared/api/appending/time-left.ts';
import type { AppendRequest } from '#shared/ledger/append-request.ts';
import { meeting } from '#tests/support/events.ts';
import { virtualTime } from '#tests/support/virtual-time.ts';
import { recorder } from '#tests/support/recorder.ts';

const by = { recordedBy: recorder() };
/** The gateway gives up after so long. */
const limitMs = 29_000;
const failed = (message: string, error: unknown): never => {
  throw new Error(message, { cause: error });
};
const codes = ['ARG', 'BRA', 'CAN', 'DNK', 'EGY', 'FIN', 'GHA', 'HUN', 'IDN', 'JPN', 'KEN', 'LKA', 'MEX', 'NPL', 'OMN'];
const streams = codes.flatMap((one, index) => codes.slice(index + 1).map((other) => `relation/${one}-${other}`));

/** What became of an outcome: recorded, or the name of its problem. */
const said = (outcome: CommitOutcome): string =>
  'appended' in outcome ? 'recorded' : outcome.problem.type.replace('urn:chancery:problem:', '');

/** Appends commits whose each append takes so long, in virtual time; and how long the response took. */
async function posted(commits: readonly object[], appendMs: (request: AppendRequest) => number) {
  const time = virtualTime();
  const recorded: string[] = [];
  const append = async (request: AppendRequest) => {
    await time.pause(appendMs(request));
    recorded.push(request.stream);
    return { appended: { stream: request.stream, version: 1, versions: [1] }, possibleDuplicates: [], warnings: [] };
  };
  const outcomes = await appendEach(append, commits, by, failed, () => limitMs - time.now(), time);
  return { outcomes: outcomes.map(said), took: time.now(), recorded: recorded.length };
}

const commit = (stream: string) => ({ stream, events: [meeting()] });

describe('POST /events within its time', () => {
  it('records everything where there is time for it', async () => {
    const { outcomes, took } = await posted(streams.slice(0, 100).map(commit), () => 100);
    expect(outcomes).toEqual(Array.from({ length: 100 }, () => 'recorded'));
    expect(took).toBeLessThan(1000);
  });

  it('answers with the results so far, and says of the rest that it was not attempted', async () => {
    const { outcomes, took, recorded } = await posted(streams.slice(0, 100).map(commit), () => 5000);
    expect(outcomes.slice(0, 80)).toEqual(Array.from({ length: 80 }, () => 'recorded'));
    expect(outcomes.slice(80)).toEqual(Array.from({ length: 20 }, () => 'not-attempted'));
    expect(recorded).toBe(80);
    expect(took).toBeLessThan(limitMs - 1000);
  });

  it('attempts none of a stream after one that was not attempted', async () => {
    const [stream = ''] = streams;
    const { outcomes, recorded } = await posted(
      Array.from({ length: 100 }, () => commit(stream)),
      () => 1000,
    );
    const done = outcomes.indexOf('not-attempted');
    expect(outcomes.slice(0, done).every((outcome) => outcome === 'recorded')).toBe(true);
    expect(outcomes.slice(done).every((outcome) => outcome === 'not-attempted')).toBe(true);
    expect(recorded).toBe(done);
  });

  it('says of what hangs that its outcome is not known, and hides no other', async () => {
    const hangs = streams[1];
    const { outcomes, took } = await posted(streams.slice(0, 3).map(commit), ({ stream }) =>
      stream === hangs ? 60_000 : 100,
    );
    expect(outcomes).toEqual(['recorded', 'outcome-unknown', 'recorded']);
    expect(took).toBeLessThan(limitMs - 1000);
  });

  it('lets an append try again only while there is time', async () => {
    let left = limitMs;
    let asked: AppendRequest['hasTime'];
    const append = async (request: AppendRequest) => {
      asked = request.hasTime;
      return { appended: { stream: request.stream, version: 1, versions: [1] }, possibleDuplicates: [], warnings: [] };
    };
    await appendEach(append, streams.slice(0, 1).map(commit), by, failed, () => left);
    expect(asked?.()).toBe(true);
    left = 5000;
    expect(asked?.()).toBe(false);
  });
});

it('a wait ends before the response has to be sent', () => {
  expect(waitWithin(20, () => 29_000)).toBe(20);
  expect(waitWithin(20, () => 11_500)).toBe(10);
  expect(waitWithin(20, () => 1000)).toBe(0);
});
