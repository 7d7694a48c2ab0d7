import { expect, it } from 'vitest';
import { withoutSecrets } from '#shared/client/cli/run-command.ts';

it('shows what was typed without its secrets', () => {
  const typed = [
    'post',
    'a.json',
    '--token',
    'ey.1',
    '--client-secret=s3cret',
    '--stream',
    'relation/BGD-PAK',
    '--token=ey.2',
  ];
  const shown = ['post', 'a.json', '--token', '…', '--client-secret=…', '--stream', 'relation/BGD-PAK', '--token=…'];
  expect(withoutSecrets(typed)).toEqual(shown);
});
