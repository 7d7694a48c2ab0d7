import * as z from 'zod';

/** The fields of a commit or a block that chain it to the one before. */
export const hashedFields = {
  previousHash: z
    .string()
    .meta({ description: 'SHA-256, base64url; of the first commit of a stream: that of its name' }),
  hash: z.string().meta({ description: 'SHA-256 of `previousHash` and the text that is hashed, base64url' }),
};
