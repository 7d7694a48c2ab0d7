import * as z from 'zod';
import type { Secrets, SecretValue } from './secrets.ts';

interface Reply {
  readonly status: number;
  readonly reply: unknown;
}

/** Bytes of a secret's value (limit of Secrets Manager). */
const maxBytes = 65_536;

const read = z.strictObject({ SecretId: z.string(), VersionStage: z.literal('AWSCURRENT').optional() });
const put = z.object({
  SecretId: z.string(),
  SecretString: z
    .string()
    .min(1)
    .refine((text) => Buffer.byteLength(text) <= maxBytes, `A secret has at most ${maxBytes} bytes`),
});

/** Executes a call of Secrets Manager's JSON protocol. A secret has its current version only. */
export function callSecretsManager(operation: string, input: unknown, secrets: Secrets): Reply {
  try {
    const execute = operations[operation];
    if (execute === undefined) return error('UnknownOperationException', `${operation} is not served locally`);
    const found = execute(input, secrets);
    if (found !== undefined) return { status: 200, reply: found };
    return error('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
  } catch (failure) {
    if (failure instanceof z.ZodError) return error('InvalidParameterException', z.prettifyError(failure));
    throw failure;
  }
}

const operations: Readonly<Record<string, (input: unknown, secrets: Secrets) => unknown>> = {
  GetSecretValue: (input, secrets) => {
    const found = secrets.read(read.parse(input).SecretId);
    return found && { ...described(found), SecretString: found.value };
  },
  PutSecretValue: (input, secrets) => {
    const { SecretId, SecretString } = put.parse(input);
    const found = secrets.put(SecretId, SecretString);
    return found && described(found);
  },
};

const described = ({ arn, name, version }: SecretValue) => ({
  ARN: arn,
  Name: name,
  VersionId: version,
  VersionStages: ['AWSCURRENT'],
});

const error = (type: string, message: string): Reply => ({ status: 400, reply: { __type: type, Message: message } });
