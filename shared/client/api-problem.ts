import type { components } from './openapi.d.ts';

/** RFC 9457 problem details of the API. */
export type ProblemDetails = components['schemas']['Problem'];

const prefix = 'urn:chancery:problem:';

/** A request that the API refused; `name` of the problem is the last part of its URN, such as `version-conflict`. */
export class ApiProblem extends Error {
  readonly status: number;
  /** The problem's name, such as `rule-violated`; `http-404` where the response was no problem document. */
  readonly problem: string;
  readonly details: ProblemDetails;

  constructor(details: ProblemDetails) {
    super(details.detail === undefined ? details.title : `${details.title}: ${details.detail}`);
    this.name = 'ApiProblem';
    this.status = details.status;
    this.details = details;
    this.problem = details.type.startsWith(prefix) ? details.type.slice(prefix.length) : `http-${details.status}`;
  }
}

/** The API did not respond at all. */
export class ApiUnreachable extends Error {
  override readonly name = 'ApiUnreachable';
}

/** The characters of a response without a problem document that an error shows. */
const shownCharacters = 200;

/** Makes the error of a response that is no success. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const text = await response.text();
  const { status } = response;
  const known = /json/.test(response.headers.get('content-type') ?? '') ? parsed(text) : {};
  const detail = text.slice(0, shownCharacters).trim();
  return new ApiProblem({
    type: 'about:blank',
    title: `The API responded with status ${status}`,
    ...(detail !== '' && known['title'] === undefined && { detail }),
    ...known,
    status,
  });
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}
