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
 * validated.
 */
export const resource = <Contract extends RequestContract, Ports>(
  contract: Contract,
  handle: (
    ports: Ports,
    parsed: Parsed<Contract>,
    request: HttpRequest,
    timeLeft: TimeLeft,
  ) => Promise<HttpReply> | HttpReply,
  prepare?: (body: unknown) => unknown,
): Resource<Ports> => ({
  handle: (ports, request, timeLeft) => handle(ports, parseRequest(contract, request, prepare), request, timeLeft),
});
