/** A reason not to start, told to the person at the terminal in one line without a stack trace. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
