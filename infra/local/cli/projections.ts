import { setTimeout as pause } from 'node:timers/promises';
import { command, commandWords, webAddress, wholeNumber } from './command-line.ts';
import { progressText, type Sample, withSample } from './projections/progress.ts';
import { type Generation, type Listed, type ProjectionsApi, projectionsApi } from './projections/projections-api.ts';
import { Refusal } from '#infra/local/refusal.ts';
import { requestToken } from './request-token.ts';

const help = `Lists the generations of the read models, rebuilds one, promotes one to serve, removes one.

npm run projections -- list
npm run projections -- rebuild NAME [--version N] [--watch]
npm run projections -- promote NAME [GENERATION]
npm run projections -- drop GENERATION [--watch]

  --version  a version that the code has (default: the newest)
  --watch    stay until it is done; ended and started again, it goes on watching: the service does the work
  --url      the API (default http://127.0.0.1:3000)
  --token    an access token with the scope chancery/operate (default: CHANCERY_TOKEN, or one of the local cloud's)
`;

/** Milliseconds between two polls. */
const interval = 1000;

const say = (text: string): void => void process.stdout.write(`${text}\n`);

interface Options {
  readonly version: number | undefined;
  readonly watch: boolean;
}
type Verb = (api: ProjectionsApi, named: readonly string[], options: Options) => Promise<void>;

const verbs: Readonly<Record<string, Verb>> = {
  list: async (api) => {
    const { head, projections } = await api.list();
    say(`The feed ends at position ${head}.`);
    for (const { name, builds } of projections) say([name, ...builds.map(lineOf)].join('\n  '));
  },
  rebuild: async (api, [name], { version, watch }) => {
    const { build } = await api.rebuild(required(name, 'the name of a projection'), version);
    if (watch) return watchCatchUp(api, build);
    say(`${build} is catching up; promote it when it has caught up (list shows its position, --watch waits).`);
  },
  promote: async (api, [name, build]) => {
    const { serving, replaced } = await api.promote(required(name, 'the name of a projection'), build);
    say(serving === replaced ? `${serving} serves already.` : `${serving} serves, in place of ${replaced}.`);
  },
  drop: async (api, [named], { watch }) => {
    const { build, remaining } = await api.drop(required(named, 'a generation, such as timeline@2.2'));
    for (let left = remaining && watch; left; left = (await api.drop(build)).remaining) await pause(interval);
    say(remaining && !watch ? `${build} is being removed; list shows it until it is gone.` : `${build} is gone.`);
  },
};

/** Prints the progress of a generation until it has caught up. */
async function watchCatchUp(api: ProjectionsApi, id: string): Promise<void> {
  let samples: Sample[] = [];
  for (let printed = ''; ; await pause(interval)) {
    const listed = await api.list();
    const build = find(listed, id);
    samples = withSample(samples, { position: build.position, at: performance.now() / 1000 });
    const text = progressText(id, listed.head, samples);
    if (text !== printed) say(text);
    printed = text;
    if (build.state === 'arrived' || build.state === 'serving') break;
  }
  say(`${id} has caught up: npm run projections -- promote ${id.split('@')[0]} ${id}`);
}

function find({ projections }: Listed, id: string): Generation {
  const build = projections.flatMap(({ builds }) => builds).find((each) => each.id === id);
  if (build === undefined) throw new Refusal(`${id} is not there any more`);
  return build;
}

const lineOf = ({ id, state, position, lag }: Generation): string =>
  `${id.padEnd(24)} ${state.padEnd(9)} at ${position}${lag > 0 ? `, ${lag} behind` : ''}`;

function required(word: string | undefined, what: string): string {
  if (word === undefined) throw new Refusal(`Say which: ${what} (--help)`);
  return word;
}

await command(async () => {
  const { values: flags, words } = commandWords({
    version: { type: 'string' },
    watch: { type: 'boolean', default: false },
    url: { type: 'string', default: 'http://127.0.0.1:3000' },
    token: { type: 'string' },
    help: { type: 'boolean', default: false },
  });
  const [verb, ...named] = words;
  if (flags.help || verb === undefined) return say(help);
  const perform = verbs[verb];
  if (perform === undefined) throw new Refusal(`There is no "${verb}": list, rebuild, promote or drop (--help)`);
  const url = webAddress(flags.url);
  const token = flags.token ?? process.env.CHANCERY_TOKEN ?? (await requestToken(url, { scope: 'chancery/operate' }));
  const version = flags.version === undefined ? undefined : wholeNumber('version', flags.version);
  await perform(projectionsApi(url, token), named, { version, watch: flags.watch });
});
