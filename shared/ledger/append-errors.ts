/** The stream has another version than the precondition says. */
export class VersionConflict extends Error {
  readonly stream: string;
  readonly currentVersion: number;

  constructor(stream: string, expectedVersion: number, currentVersion: number) {
    super(`${stream} has version ${currentVersion}, not ${expectedVersion}`);
    this.name = 'VersionConflict';
    this.stream = stream;
    this.currentVersion = currentVersion;
  }
}

/** The Idempotency-Key was already used on this stream for a request with another body. */
export class IdempotencyKeyReused extends Error {
  constructor(stream: string, key: string) {
    super(`Idempotency-Key ${key} was used on ${stream} for another request`);
    this.name = 'IdempotencyKeyReused';
  }
}

/** A limit of a commit was passed; `pointer` is the JSON Pointer to what is too large within the events. */
export class CommitTooLarge extends Error {
  readonly pointer: string;

  constructor(message: string, pointer: string) {
    super(message);
    this.name = 'CommitTooLarge';
    this.pointer = pointer;
  }
}

/** So many others append to the stream that this append lost every race; trying again later is safe. */
export class StreamContended extends Error {
  constructor(stream: string, attempts: number) {
    super(`${stream} is being appended to by others; gave up after ${attempts} attempts`);
    this.name = 'StreamContended';
  }
}
