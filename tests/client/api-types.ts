import { registerHooks } from 'node:module';
import { format } from 'prettier';
import { openApiDocument } from '#shared/api/openapi/openapi.ts';

const factory = new URL('./typescript-with-factory.mjs', import.meta.url).href;
registerHooks({ resolve: (name, context, next) => next(name === 'typescript' ? factory : name, context) });
const { default: openApiTypes, astToString } = await import('openapi-typescript');

/**
 * The types of the HTTP API, made of its OpenAPI document: `npm run client-types` writes them to
 * `shared/client/openapi.d.ts`.
 */
export async function apiTypes(): Promise<string> {
  const document = withoutProse(JSON.parse(JSON.stringify(openApiDocument())));
  const types = astToString(await openApiTypes(JSON.stringify(document), { defaultNonNullable: false }));
  return format(types, { singleQuote: true, printWidth: 120, trailingComma: 'all', parser: 'typescript' });
}

/** Removes examples and descriptions: they are most of the document, and the reference at `/docs` has them. */
function withoutProse(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutProse);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(
    ([name, held]) => !['example', 'examples'].includes(name) && !(name === 'description' && typeof held === 'string'),
  );
  return Object.fromEntries(kept.map(([name, held]) => [name, withoutProse(held)]));
}
