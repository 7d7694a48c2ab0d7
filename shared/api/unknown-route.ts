import type { HttpRequest } from './protocol/http-request.ts';
import { HttpProblem, notFound, problem } from './protocol/problem.ts';
import { routes } from './routes.ts';

/** Refuses a request that no route takes: its path is unknown, or has other methods. */
export function refuseUnknownRoute({ rawPath, requestContext: { http } }: HttpRequest): never {
  const allowed = methodsOf(rawPath);
  if (allowed.length === 0) throw notFound(`There is nothing at ${rawPath}; /docs lists what there is`);
  const Allow = allowed.join(', ');
  const detail = `${rawPath} does not have ${http.method}, but ${Allow}`;
  throw new HttpProblem(problem('method-not-allowed', { detail }), { Allow });
}

/** The methods that some route has for a path, each once; none: there is no such resource. */
export const methodsOf = (path: string): string[] => [
  ...new Set(routes.filter((route) => matches(route.path, path)).map(({ method }) => method)),
];

const matches = (pattern: string, path: string): boolean => {
  const steps = pattern.split('/');
  const given = path.split('/');
  const fits = (step: string, index: number) => (step.startsWith('{') ? given[index] !== '' : step === given[index]);
  return steps.length === given.length && steps.every(fits);
};
