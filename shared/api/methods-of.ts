import { routes } from './routes.ts';

/** The methods that some route has for a path; none: there is no such resource. */
export const methodsOf = (path: string): string[] =>
  routes.filter((route) => matches(route.path, path)).map(({ method }) => method);

const matches = (pattern: string, path: string): boolean => {
  const steps = pattern.split('/');
  const given = path.split('/');
  const fits = (step: string, index: number) => (step.startsWith('{') ? given[index] !== '' : step === given[index]);
  return steps.length === given.length && steps.every(fits);
};
