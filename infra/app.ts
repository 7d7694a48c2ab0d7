import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { synthesize } from './synthesize.ts';

interface Template {
  readonly Resources: Readonly<Record<string, { readonly Type: string }>>;
}

const assembly = await synthesize(undefined, { validate: true });
for (const file of (await readdir(assembly)).filter((name) => name.endsWith('.template.json'))) {
  const { Resources } = JSON.parse(await readFile(join(assembly, file), 'utf8')) as Template;
  const types = Object.values(Resources).map(({ Type }) => Type);
  const count = (type: string) => types.filter((one) => one === type).length;
  const [functions, alarms] = [count('AWS::Lambda::Function'), count('AWS::CloudWatch::Alarm')];
  const stack = file.replace('.template.json', '');
  process.stdout.write(`${stack}: ${types.length} resources, ${functions} functions, ${alarms} alarms\n`);
}
