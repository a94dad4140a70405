import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { crc32 } from 'node:zlib';

/** What an API key says of itself. It names its tenant, so that looking it up needs no directory over all tenants. */
export interface ApiKeyParts {
  tenantId: string;
  keyId: string;
  secret: string;
}

const PREFIX = 'strata';
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const ID_LENGTH = 22;
const SECRET_LENGTH = 43;
const CHECKSUM_LENGTH = 6;
const FORM = /^strata_([0-9A-Za-z]{44})_([0-9A-Za-z]{43})([0-9A-Za-z]{6})$/;

/** 256 random bits. */
export function newSecret(): string {
  return base62(randomBytes(32), SECRET_LENGTH);
}

/** `strata_<tenant and key>_<secret><checksum>`: the prefix lets secret scanners find it, the checksum spares look-ups. */
export function writeApiKey({ tenantId, keyId, secret }: ApiKeyParts): string {
  const body = `${PREFIX}_${uuidToText(tenantId)}${uuidToText(keyId)}_${secret}`;
  return body + checksum(body);
}

/** Null for anything that is no key of ours, mistyped ones among them. */
export function readApiKey(text: string): ApiKeyParts | null {
  const match = FORM.exec(text);
  if (!match) return null;
  const [, ids = '', secret = '', sum = ''] = match;
  if (checksum(text.slice(0, -CHECKSUM_LENGTH)) !== sum) return null;
  const tenantId = textToUuid(ids.slice(0, ID_LENGTH));
  const keyId = textToUuid(ids.slice(ID_LENGTH));
  return tenantId && keyId ? { tenantId, keyId, secret } : null;
}

/** SHA-256 in hex: all that is stored of a secret. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Compares in a time that tells nothing about where they differ. */
export function secretMatches(secret: string, storedHash: string): boolean {
  const hash = Buffer.from(hashSecret(secret), 'hex');
  const stored = Buffer.from(storedHash, 'hex');
  return hash.length === stored.length && timingSafeEqual(hash, stored);
}

function checksum(body: string): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(body));
  return base62(bytes, CHECKSUM_LENGTH);
}

function uuidToText(uuid: string): string {
  return base62(Buffer.from(uuid.replaceAll('-', ''), 'hex'), ID_LENGTH);
}

function textToUuid(text: string): string | null {
  let value = 0n;
  for (const character of text) value = value * 62n + BigInt(ALPHABET.indexOf(character));
  const hex = value.toString(16).padStart(32, '0');
  return hex.length === 32 ? hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-') : null;
}

function base62(bytes: Buffer, length: number): string {
  let value = BigInt(`0x${bytes.toString('hex')}`);
  let text = '';
  while (value > 0n) {
    text = (ALPHABET[Number(value % 62n)] ?? '') + text;
    value /= 62n;
  }
  return text.padStart(length, '0');
}
