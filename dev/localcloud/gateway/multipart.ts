import { invalidParam } from '../platform-error'

/** A request that the SDK sends as a form: for the open interface and for payments. */
export interface FormRequest {
  readonly action: string
  readonly apiName: string
  /** Protobuf or JSON, as the action says. */
  readonly requestData: Buffer
}

/** @throws PlatformError when it is no form. */
export function readForm(contentType: string, body: Buffer): FormRequest {
  const parts = readParts(contentType, body)
  return {
    action: parts.get('action')?.toString() ?? '',
    apiName: parts.get('apiName')?.toString() ?? '',
    requestData: parts.get('requestData') ?? Buffer.alloc(0),
  }
}

/**
 * Reads `multipart/form-data` as bytes by name. The SDK sends protobuf in a part without a file
 * name, which a reader that keeps to RFC 7578 would decode as text and spoil.
 * @throws PlatformError when it is no form.
 */
export function readParts(contentType: string, body: Buffer): ReadonlyMap<string, Buffer> {
  const boundary = /boundary=(?:"([^"]{1,70})"|([^\s;]{1,70}))/i.exec(contentType)
  const text = boundary?.[1] ?? boundary?.[2]
  if (text === undefined) throw invalidParam('the form has no boundary')
  const parts = new Map<string, Buffer>()
  for (const part of partsBetween(body, Buffer.from(`--${text}`))) {
    const headEnd = part.indexOf('\r\n\r\n')
    if (headEnd < 0) continue
    const name = /name="([^"]*)"/.exec(part.toString('utf8', 0, headEnd))?.[1]
    if (name !== undefined) parts.set(name, part.subarray(headEnd + 4, part.length - 2))
  }
  return parts
}

/** A piece begins with the line break after its delimiter and ends with that before the next. */
function partsBetween(body: Buffer, delimiter: Buffer): Buffer[] {
  const found: Buffer[] = []
  let start = body.indexOf(delimiter)
  while (start >= 0) {
    const end = body.indexOf(delimiter, start + delimiter.length)
    if (end < 0) break
    found.push(body.subarray(start + delimiter.length, end))
    start = end
  }
  return found
}
