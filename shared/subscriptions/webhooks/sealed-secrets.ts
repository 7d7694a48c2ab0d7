import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import type { Keys } from '#shared/keys.ts';

/** A signing secret as it is stored: AES-256-GCM under a key of the deployment. */
export interface SealedSecret {
  /** Names the key that sealed it: the first eight digits of the key's SHA-256. */
  readonly key: string;
  /** Nonce (12 bytes), tag (16 bytes) and ciphertext, base64url. */
  readonly sealed: string;
  /** Until when a replaced secret signs. */
  readonly expiresAt?: string;
}

/** Seals and opens secrets; each is bound to its subscription. */
export interface Sealing {
  seal(id: string, secret: string): SealedSecret;
  /** Throws when the deployment does not have the key, or anything was changed. */
  open(id: string, secret: SealedSecret): string;
}

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** Seals under the newest of some keys, and opens under any of them, so that a key can be replaced. */
export function sealingWith(keys: Keys): Sealing {
  return {
    seal: (id, secret) => {
      const [newest] = keys();
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, digest(newest, 'key'), nonce).setAAD(Buffer.from(id));
      const ciphertext = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      const sealed = Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]).toString('base64url');
      return { key: nameOf(newest), sealed };
    },
    open: (id, { key, sealed }) => {
      const opener = keys().find((known) => nameOf(known) === key);
      if (opener === undefined) throw new Error(`The key ${key} of a sealed secret is not known any more`);
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv(algorithm, digest(opener, 'key'), bytes.subarray(0, nonceBytes), {
        authTagLength: tagBytes,
      });
      decipher.setAAD(Buffer.from(id)).setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      const text = Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]);
      return text.toString('utf8');
    },
  };
}

/** Derives a key and its name by independent digests, so that the name reveals nothing about the key. */
const digest = (text: string, purpose: 'name' | 'key'): Buffer =>
  createHash('sha256').update(`${purpose}\n${text}`).digest();

const nameOf = (key: string): string => digest(key, 'name').toString('hex').slice(0, 8);

const graceMs = 24 * 60 * 60 * 1000;

/** Puts a new secret first; the one that it replaces also signs for a day, older ones do not. */
export function rotated(secrets: readonly SealedSecret[], fresh: SealedSecret, at: Date): SealedSecret[] {
  const [replaced] = secrets;
  const expiresAt = new Date(at.getTime() + graceMs).toISOString();
  return replaced === undefined ? [fresh] : [fresh, { ...replaced, expiresAt }];
}

/** Returns the secrets that still sign. */
export const inForce = (secrets: readonly SealedSecret[], at: Date): SealedSecret[] =>
  secrets.filter(({ expiresAt }) => expiresAt === undefined || expiresAt > at.toISOString());
