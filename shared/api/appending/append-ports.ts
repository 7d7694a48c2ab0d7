import type { Cursors } from '#shared/cursor.ts';
import type { Clients } from '#shared/identity/clients.ts';
import type { CatchUp } from '#shared/projections/engine/catch-up.ts';
import type { NotingPorts } from './append-noting-duplicates.ts';

/** Reports an error that a request survives. */
export type ReportError = (message: string, error: unknown) => void;

/** The ports of the function that appends. */
export interface AppendPorts extends NotingPorts {
  readonly catchUp: CatchUp;
  readonly cursors: Cursors;
  readonly clients: Clients;
  readonly logWarning: ReportError;
  readonly reportFailure: ReportError;
}
