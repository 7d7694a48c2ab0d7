import { expect } from 'vitest';
import { type ProblemDocument, type ProblemName, problems } from '#shared/api/protocol/problem.ts';

/** What an answer must look like to be this problem: its status, and a problem document that says the same. */
export const aProblem = (name: ProblemName, more: Partial<ProblemDocument> = {}) => ({
  status: problems[name].status,
  headers: { 'content-type': 'application/problem+json' },
  body: aProblemDocument(name, more),
});

/** The problem document itself, as it also stands in the results of several commits. */
export const aProblemDocument = (name: ProblemName, more: Partial<ProblemDocument> = {}) => ({
  type: `urn:chancery:problem:${name}`,
  title: expect.stringMatching(/\S/) as string,
  status: problems[name].status,
  ...more,
});

/** A request that is not valid, with one fault, in this place. */
export const aViolation = (place: { pointer: string } | { parameter: string } | { header: string }) =>
  aProblem('invalid-request', {
    errors: [{ ...place, detail: expect.stringMatching(/\S/) as string }],
    instance: expect.stringMatching(/^\//) as string,
  });
