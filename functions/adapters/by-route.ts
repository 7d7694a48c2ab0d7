import type { HttpReply, HttpRequest } from '#shared/api/protocol/http-request.ts';
import { httpFunction } from './http-function.ts';

/** Answers the requests of one route. */
export type Answer = (request: HttpRequest) => Promise<HttpReply>;

/** A function behind several routes of the HTTP API, by their keys in the route table. */
export const byRoute = (answers: Readonly<Record<string, Answer>>) =>
  httpFunction(async (request) => {
    const answer = answers[request.routeKey];
    if (answer === undefined) throw new Error(`The route ${request.routeKey} has no answer here`);
    return answer(request);
  });
