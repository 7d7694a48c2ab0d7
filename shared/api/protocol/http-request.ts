/** The fields of an API Gateway HTTP API event (payload format 2.0) that functions use. */
export interface HttpRequest {
  /** The route that was chosen, as in the route table: `GET /events/{eventId}`. */
  readonly routeKey: string;
  readonly rawPath: string;
  readonly rawQueryString: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly pathParameters?: Readonly<Record<string, string | undefined>>;
  readonly queryStringParameters?: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
  readonly isBase64Encoded: boolean;
  readonly requestContext: {
    readonly requestId: string;
    readonly http: { readonly method: string };
    readonly authorizer?: { readonly jwt: { readonly claims: Readonly<Record<string, unknown>> } };
  };
}

export interface HttpReply {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly isBase64Encoded?: boolean;
}

/** A JSON reply. */
export const json = (statusCode: number, body: unknown, headers: Readonly<Record<string, string>> = {}): HttpReply => ({
  statusCode,
  headers: { 'Content-Type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

/** The caller: the `sub` of the token that the gateway's authorizer has verified. */
export const subjectOf = (request: HttpRequest): string => claimsOf(request).sub;

/** The claims of the verified token; the gateway passes each as text. */
export function claimsOf({
  requestContext,
}: HttpRequest): Readonly<Record<string, string | undefined>> & { sub: string } {
  const claims = Object.entries(requestContext.authorizer?.jwt.claims ?? {});
  const { sub, ...others } = Object.fromEntries(claims.map(([name, value]) => [name, String(value)]));
  if (sub === undefined) throw new Error('The route has no authorizer: the request carries no subject');
  return { ...others, sub };
}
