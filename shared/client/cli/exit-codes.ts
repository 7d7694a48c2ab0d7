/** The exit codes of the command, and what each means. */
export const exitCodes = {
  done: 0,
  refused: 1,
  usage: 2,
  unreachable: 3,
  'no-token': 4,
  incomplete: 5,
  interrupted: 130,
} as const;

export const exitCodeHelp = `
Exit codes:
  0  done
  1  refused: by the API, or the record does not verify
  2  the command line or a file is not valid
  3  nothing responds at the address
  4  no token: sign in with "chancery login"
  5  done, but for rows or events that were refused: the report names them
  130  interrupted: --resume goes on
`;

/** A reason to end with a message of one line, and an exit code. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';
  readonly code: number;

  constructor(message: string, code: number = exitCodes.usage) {
    super(message);
    this.code = code;
  }
}
