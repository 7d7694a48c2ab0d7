import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type DataFolder, openDataFolder } from '#infra/local/cloud/data-folder/data-folder.ts';
import { streamPositions } from '#infra/local/cloud/dynamodb/stream-positions.ts';

let root: string;
let data: DataFolder;
beforeEach(() => {
  vi.useFakeTimers();
  root = mkdtempSync(join(tmpdir(), 'data-'));
  data = openDataFolder(root);
});
afterEach(() => {
  data.release();
  rmSync(root, { recursive: true });
  vi.useRealTimers();
});

const file = () => join(root, 'positions/feed.json');
const written = (): unknown => (existsSync(file()) ? JSON.parse(readFileSync(file(), 'utf8')).shards : undefined);

describe('the positions of a stream', () => {
  it('are written once for all that comes within a tenth of a second, the last one', () => {
    const positions = streamPositions(data, 'feed', 'arn');
    for (const at of ['1', '2', '3']) positions.move('shard', at);
    expect(written()).toBeUndefined();
    vi.advanceTimersByTime(100);
    expect(written()).toEqual({ shard: '3' });
    positions.move('shard', '4');
    vi.advanceTimersByTime(100);
    expect(written()).toEqual({ shard: '4' });
  });

  it('are written when the folder is released, and never afterwards', () => {
    const positions = streamPositions(data, 'feed', 'arn');
    positions.move('shard', '1');
    data.release();
    expect(written()).toEqual({ shard: '1' });
    const next = openDataFolder(root);
    streamPositions(next, 'feed', 'arn').move('shard', '7');
    next.release();
    positions.move('shard', '2');
    vi.advanceTimersByTime(1000);
    expect(written()).toEqual({ shard: '7' });
    expect(() => data.write('positions/feed.json', {})).toThrow(/released/);
  });

  it('go on where they were written last when the process is killed before', () => {
    const positions = streamPositions(data, 'feed', 'arn');
    positions.move('shard', '1');
    vi.advanceTimersByTime(100);
    positions.move('shard', '2');
    expect(streamPositions(data, 'feed', 'arn').of('shard')).toBe('1');
  });

  it('are not written in memory, where nobody reads them again', () => {
    const memory = openDataFolder('memory');
    streamPositions(memory, 'feed', 'arn').move('shard', '1');
    vi.advanceTimersByTime(1000);
    expect(existsSync(memory.path('positions/feed.json'))).toBe(false);
    memory.release();
  });
});
