import { HttpProblem, notFound, problem } from '#shared/api/protocol/problem.ts';
import { methodsOf } from '#shared/api/methods-of.ts';
import { httpFunction } from '#functions/adapters/http-function.ts';

/** `$default`: whatever no route takes. */
export const rejectUnknownRoute = () =>
  httpFunction(({ rawPath, requestContext: { http } }) => {
    const allowed = methodsOf(rawPath);
    if (allowed.length === 0) throw notFound(`There is nothing at ${rawPath}; /docs lists what there is`);
    const Allow = allowed.join(', ');
    const detail = `${rawPath} does not have ${http.method}, but ${Allow}`;
    throw new HttpProblem(problem('method-not-allowed', { detail }), { Allow });
  });

export const handler = rejectUnknownRoute();
