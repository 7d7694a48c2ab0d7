import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/** A signing secret as it is stored: AES-256-GCM under a key of the deployment. */
export interface SealedSecret {
  /** Tells which key it was sealed with: the first eight digits of the key's SHA-256. */
  readonly key: string;
  /** Nonce (12 bytes), tag (16 bytes) and ciphertext, base64url. */
  readonly sealed: string;
  /** A secret that was replaced signs until then. */
  readonly expiresAt?: string;
}

/** Seals and opens secrets; each is bound to its subscription. */
export interface Sealing {
  seal(id: string, secret: string): SealedSecret;
  /** Throws when the key is none of ours, or anything was changed. */
  open(id: string, secret: SealedSecret): string;
}

const algorithm = 'aes-256-gcm';
const nonceBytes = 12;
const tagBytes = 16;

/** Sealing under keys separated by commas: the first one seals, all of them open, so that a key can be replaced. */
export function sealingWith(keys: string): Sealing {
  const known = new Map(keys.split(',').map((text) => [digest(text).toString('hex').slice(0, 8), digest(text, 'key')]));
  const [current] = known;
  if (keys === '' || current === undefined) throw new Error('There is no key to seal secrets with');
  const [name, newest] = current;
  return {
    seal: (id, secret) => {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv(algorithm, newest, nonce).setAAD(Buffer.from(id));
      const ciphertext = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      const sealed = Buffer.concat([nonce, cipher.getAuthTag(), ciphertext]).toString('base64url');
      return { key: name, sealed };
    },
    open: (id, { key, sealed }) => {
      const opener = known.get(key);
      if (opener === undefined) throw new Error(`The key ${key} of a sealed secret is not known any more`);
      const bytes = Buffer.from(sealed, 'base64url');
      const decipher = createDecipheriv(algorithm, opener, bytes.subarray(0, nonceBytes), { authTagLength: tagBytes });
      decipher.setAAD(Buffer.from(id)).setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      const text = Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]);
      return text.toString('utf8');
    },
  };
}

/** What a key is known by must say nothing about it: the two digests are independent. */
const digest = (text: string, purpose = 'name'): Buffer => createHash('sha256').update(`${purpose}\n${text}`).digest();

const graceMs = 24 * 60 * 60 * 1000;

/** A new secret first; the one that it replaces signs beside it for a day, older ones no longer. */
export function rotated(secrets: readonly SealedSecret[], fresh: SealedSecret, at: Date): SealedSecret[] {
  const [replaced] = secrets;
  const expiresAt = new Date(at.getTime() + graceMs).toISOString();
  return replaced === undefined ? [fresh] : [fresh, { ...replaced, expiresAt }];
}

/** Those that still sign. */
export const inForce = (secrets: readonly SealedSecret[], at: Date): SealedSecret[] =>
  secrets.filter(({ expiresAt }) => expiresAt === undefined || expiresAt > at.toISOString());
