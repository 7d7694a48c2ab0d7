import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';
import * as z from 'zod';
import type { DataFolder } from '#infra/local/cloud/data-folder/data-folder.ts';

export interface SigningKey {
  readonly privateJwk: JWK;
  readonly publicJwk: JWK;
}

const storedSchema = z.object({ kty: z.literal('RSA'), n: z.string(), e: z.string() }).catchall(z.string());

/** The key of this data folder, made when there is none yet. */
export async function signingKey(data: DataFolder): Promise<SigningKey> {
  const kept = storedSchema.safeParse(data.read('signing-key.json'));
  const privateJwk: JWK = kept.success ? kept.data : await freshKey();
  if (!kept.success) data.write('signing-key.json', privateJwk);
  const { kty = 'RSA', n = '', e = '' } = privateJwk;
  const kid = await calculateJwkThumbprint({ kty, n, e });
  return { privateJwk, publicJwk: { kty, n, e, kid, alg: 'RS256', use: 'sig' } };
}

async function freshKey(): Promise<JWK> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return exportJWK(privateKey);
}
