import { lazily } from '#shared/domain/lazily.ts';
import type { HttpReply, HttpRequest } from './http-request.ts';
import { type Parsed, parseRequest, type RequestContract } from './parse-request.ts';

/** Milliseconds that are left for a request. */
export type TimeLeft = () => number;

/** The code of one route: replies to its requests by means of the ports of its function. */
export interface Resource<Ports> {
  readonly handle: (ports: Ports, request: HttpRequest, timeLeft: TimeLeft) => Promise<HttpReply> | HttpReply;
}

/**
 * A resource that validates a request before it handles it; `prepare` may refuse or change the body before it is
 * validated. The contract is made with the first request, so that a function starts without the schemas of its routes.
 */
export const resource = <Contract extends RequestContract, Ports>(
  contract: () => Contract,
  handle: (
    ports: Ports,
    parsed: Parsed<Contract>,
    request: HttpRequest,
    timeLeft: TimeLeft,
  ) => Promise<HttpReply> | HttpReply,
  prepare?: (body: unknown) => unknown,
): Resource<Ports> => {
  const made = lazily(contract);
  return {
    handle: (ports, request, timeLeft) => handle(ports, parseRequest(made(), request, prepare), request, timeLeft),
  };
};
