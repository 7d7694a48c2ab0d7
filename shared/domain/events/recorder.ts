/** Who recorded an event, as the token of the request said. */
export interface Recorder {
  readonly subject: string;
  /** The name of the client; records of version 1 have none. */
  readonly client?: string;
  /** Absent in records of version 1, and for people without a group. */
  readonly organisation?: string;
}

/** Reads a recorder as it was stored: records of version 1 have only the subject, as text. */
export const recorderOf = (stored: Recorder | string): Recorder =>
  typeof stored === 'string' ? { subject: stored } : stored;
