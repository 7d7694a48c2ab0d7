import type { MiddlewareObj } from '@middy/core';
import type { HttpReply, HttpRequest } from '#shared/api/protocol/http-request.ts';
import { withSecurityHeaders } from '#shared/api/protocol/security-headers.ts';

/** Puts the security headers on every reply, also to a request that was refused. */
export const securityHeaders = (): MiddlewareObj<HttpRequest, HttpReply> => {
  const secure: NonNullable<MiddlewareObj<HttpRequest, HttpReply>['after']> = (request) => {
    if (request.response) request.response = withSecurityHeaders(request.response);
  };
  return { after: secure, onError: secure };
};
