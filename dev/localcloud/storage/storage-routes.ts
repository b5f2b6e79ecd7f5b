import type { Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { getMimeType } from 'hono/utils/mime'
import { readParts } from '../gateway/multipart'
import { PlatformError } from '../platform-error'
import type { SignedUpload, Storage } from './storage'

export interface StorageRouteParts {
  readonly storage: Storage
  readonly log: (text: string) => void
}

const mostBytes = 100 * 1024 * 1024

/** The bucket behind the cloud's files: uploads with leave, downloads by a signed address. */
export function mountStorage(app: Hono, parts: StorageRouteParts): void {
  const limit = bodyLimit({
    maxSize: mostBytes,
    onError: () => xml(400, 'EntityTooLarge', 'The file is larger than 100 MB'),
  })
  app.put('/files/:key', limit, async (context) => {
    const { key } = context.req.param()
    const path = decoded(context.req.header('key') ?? '')
    const authorization = context.req.header('authorization') ?? ''
    const bytes = Buffer.from(await context.req.arrayBuffer())
    return receive(parts, { key, path, authorization }, bytes)
  })
  // The SDK's older versions send a form, as a browser would.
  app.post('/files/:key', limit, async (context) => {
    const form = readUploadForm(context, Buffer.from(await context.req.arrayBuffer()))
    if (form === undefined) return xml(400, 'MalformedPOSTRequest', 'The body is no upload form')
    const { path, authorization, bytes } = form
    return receive(parts, { key: context.req.param('key'), path, authorization }, bytes)
  })
  // Hono answers HEAD by what GET would answer.
  app.get('/files/:key/:name', (context) => send(parts.storage, context))
}

async function receive(
  { storage, log }: StorageRouteParts,
  upload: SignedUpload,
  bytes: Uint8Array,
): Promise<Response> {
  try {
    const end = await storage.receive(upload, bytes)
    if (end === 'stored') return new Response('', { status: 200 })
    return xml(403, 'SignatureDoesNotMatch', 'The signature does not match or has expired')
  } catch (fault) {
    log(`fault in the storage: ${fault instanceof Error ? fault.stack : String(fault)}\n`)
    return xml(500, 'InternalError', 'The file could not be stored')
  }
}

async function send(storage: Storage, context: Context): Promise<Response> {
  const key = context.req.param('key') ?? ''
  const { sign = '', t = '0' } = context.req.query()
  if (!storage.isSignedDownload(key, sign, Number(t))) {
    return xml(403, 'AccessDenied', 'The address is not signed or has expired')
  }
  const file = await storage.files.find(key)
  const bytes = await storage.files.read(key)
  if (file === undefined || bytes === undefined) {
    return xml(404, 'NoSuchKey', 'The specified key does not exist')
  }
  const contentType = getMimeType(file.path) ?? 'application/octet-stream'
  const headers = {
    'content-type': contentType,
    'content-length': String(file.bytesCount),
    // A page that somebody uploaded must not act in the name of the operator's address.
    'content-security-policy': 'sandbox',
    'x-content-type-options': 'nosniff',
  }
  return new Response(bytes, { headers })
}

function readUploadForm(context: Context, body: Buffer) {
  try {
    const parts = readParts(context.req.header('content-type') ?? '', body)
    const path = parts.get('key')?.toString()
    const authorization = parts.get('Signature')?.toString()
    const bytes = parts.get('file')
    if (path === undefined || authorization === undefined || bytes === undefined) return undefined
    return { path, authorization, bytes }
  } catch (fault) {
    if (fault instanceof PlatformError) return undefined
    throw fault
  }
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}

/** An error as the bucket words it; the SDK reads all four of its parts. */
function xml(status: number, code: string, message: string): Response {
  const parts = { Code: code, Message: message, RequestId: 'local', TraceId: 'local' }
  const tags = Object.entries(parts).map(([tag, text]) => `<${tag}>${text}</${tag}>`)
  const body = `<?xml version='1.0' encoding='utf-8' ?><Error>${tags.join('')}</Error>`
  return new Response(body, { status, headers: { 'content-type': 'application/xml' } })
}
