import type { components, paths } from './openapi.d.ts';

type Schemas = components['schemas'];

/** A schema of the OpenAPI document, by its name. */
export type Schema<Name extends keyof Schemas> = Schemas[Name];

/** An event of the feed, or a correction, as it is read. */
export type RecordedEvent = Schemas['EventAsRead'];

/** A change of phase, as it is announced. */
export type PhaseChanged = Schemas['PhaseChanged'];

/** Selects events: each field narrows, and `{}` wants everything. */
export type EventFilter = Schemas['Filter'];

/** One commit of a call with several. */
export type PostedCommit = Schemas['Commit'];

/** An event or a correction as it is posted. */
export type PostedEvent = PostedCommit['events'][number];

/** The response to an append. */
export type AppendReply = Schemas['AppendReply'];

/** A commit that was refused, with the problem. */
export type RefusedCommit = Schemas['RefusedCommit'];

export type CommitResult = AppendReply | RefusedCommit;

/** The paths that have a GET with a JSON response. */
export type GetPath = {
  [Path in keyof paths]: paths[Path] extends {
    get: { responses: { 200: { content: { 'application/json': unknown } } } };
  }
    ? Path
    : never;
}[keyof paths];

/** The parameters of a GET. */
export type ParametersOf<Path extends GetPath> = paths[Path] extends { get: { parameters: infer Parameters } }
  ? Pick<Parameters, Extract<'path' | 'query', keyof Parameters>>
  : never;

/** The JSON of a GET. */
export type ResponseOf<Path extends GetPath> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Response } } } };
}
  ? Response
  : never;

/** The paths that list items in pages up to an end; the feed and the changes have none. */
export type ListPath = Exclude<
  { [Path in GetPath]: ResponseOf<Path> extends ListPage ? Path : never }[GetPath],
  '/events' | '/changes'
>;

/** The items of a list. */
export type ItemOf<Path extends ListPath> = ResponseOf<Path> extends { items: readonly (infer Item)[] } ? Item : never;

interface ListPage {
  readonly items: readonly unknown[];
  readonly next: string | null;
}
