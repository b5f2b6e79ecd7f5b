/**
 * Private data at rest: AES-256-GCM with a key of the functions' environment. The variable holds
 * several keys, `name:64 hex digits` with commas between: the first one seals, each of them opens
 * what names it. So a key is replaced by putting a new one in front; once a chore has sealed all
 * documents anew, the old one may go.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** As it lies in the database. */
export interface Sealed {
  /** The name of its key. */
  readonly keyId: string
  /** Nonce, tag and text, base64. */
  readonly data: string
}

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16
const VARIABLE = 'HUILIN_DATA_KEYS'

/** Seals a text; `belongsTo` names its document and field, where alone it opens again. */
export function seal(text: string, belongsTo: string): Sealed {
  const [first] = keysOf(process.env[VARIABLE] ?? '')
  if (!first) throw new Error(`${VARIABLE} is missing`)
  const [keyId, key] = first
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(Buffer.from(belongsTo))
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return { keyId, data: Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64') }
}

/** Throws where the key is not there any more, or somebody changed or moved what was sealed. */
export function unseal({ keyId, data }: Sealed, belongsTo: string): string {
  const key = new Map(keysOf(process.env[VARIABLE] ?? '')).get(keyId)
  if (!key) throw new Error(`${VARIABLE} has no key ${keyId}`)
  const bytes = Buffer.from(data, 'base64')
  const nonce = bytes.subarray(0, NONCE_BYTES)
  const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES)
  const opening = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES })
  opening.setAAD(Buffer.from(belongsTo)).setAuthTag(tag)
  const body = bytes.subarray(NONCE_BYTES + TAG_BYTES)
  return Buffer.concat([opening.update(body), opening.final()]).toString('utf8')
}

/** The keys that seal nothing any more. */
export function oldKeyIds(): string[] {
  return keysOf(process.env[VARIABLE] ?? '')
    .slice(1)
    .map(([keyId]) => keyId)
}

function keysOf(variable: string): [keyId: string, key: Buffer][] {
  return variable
    .split(',')
    .filter((part) => part.trim() !== '')
    .map((part) => {
      const [, keyId, hex] = /^\s*([\w-]{1,16}):([0-9a-f]{64})\s*$/.exec(part) ?? []
      if (keyId === undefined || hex === undefined) {
        throw new Error(`${VARIABLE} is not a list of name:64 hex digits`)
      }
      return [keyId, Buffer.from(hex, 'hex')]
    })
}
