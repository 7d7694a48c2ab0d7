/** A reason not to start, which commands print in one line without a stack trace. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
