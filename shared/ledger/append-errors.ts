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

/** A commit exceeds a limit; `pointer` is the JSON Pointer to the value that is too large. */
export class CommitTooLarge extends Error {
  readonly pointer: string;

  constructor(message: string, pointer: string) {
    super(message);
    this.name = 'CommitTooLarge';
    this.pointer = pointer;
  }
}

/** The append lost every race with other writers of the stream; a retry is safe. */
export class StreamContended extends Error {
  constructor(stream: string, attempts: number) {
    super(`${stream} is being appended to by others; gave up after ${attempts} attempts`);
    this.name = 'StreamContended';
  }
}
