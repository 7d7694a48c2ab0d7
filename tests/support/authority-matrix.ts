import { format } from 'prettier';
import { keyOfRoute, routes } from '#shared/api/routes.ts';
import { scopeNames, scopes } from '#shared/identity/scopes.ts';
import { type StageConfiguration, stageConfigurations } from '#infra/stages/stage-configuration.ts';

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const short = (scope: string): string => scope.replace(/^.*\//, '');

/** The rows of a stage: its programs and its groups of people, with their scopes. */
const callers = (stage: string, { clients, groups }: StageConfiguration): string[][] =>
  [
    ...clients.map((client) => ({ kind: 'program', ...client })),
    ...groups.map((group) => ({ kind: 'group', ...group })),
  ].map(({ kind, name, organisation, scopes: allowed }) => [
    stage,
    `${kind} \`${name}\``,
    organisation,
    ...scopeNames.map((scope) => (allowed.includes(scope) ? '✓' : '')),
  ]);

/** Describes who may do what as Markdown: scopes, routes, and the programs and groups of each stage. */
export async function authorityMatrix(): Promise<string> {
  const ofScopes = table(
    ['scope', 'allows'],
    scopeNames.map((scope) => [`\`${scope}\``, scopes[scope]]),
  );
  const ofRoutes = table(
    ['route', 'scope', 'function'],
    routes.map((route) => [
      `\`${keyOfRoute(route)}\``,
      route.scope === undefined ? 'none' : `\`${route.scope}\``,
      `\`${route.function}\``,
    ]),
  );
  const ofCallers = table(
    ['stage', 'who', 'organisation', ...scopeNames.map(short)],
    Object.entries(stageConfigurations).flatMap(([stage, configuration]) => callers(stage, configuration())),
  );
  const text = [ofScopes, ofCallers, ofRoutes].join('\n\n');
  return (await format(text, { parser: 'markdown', printWidth: 120 })).trim();
}

const begin = '<!-- Written by `npm run authority`. -->';
const end = '<!-- End of what is written. -->';

/** Where the matrix stands. */
export const matrixDocument = new URL('../../docs/decisions/0026-who-may-do-what.md', import.meta.url);

/** Replaces the matrix within a document. */
export function withMatrix(document: string, matrix: string): string {
  const [before, rest] = document.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined)
    throw new Error(`The document has no place for the matrix: ${begin}`);
  return `${before}${begin}\n\n${matrix}\n\n${end}${after}`;
}
