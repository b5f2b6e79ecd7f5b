import { Agent, type IncomingHttpHeaders, request } from 'node:http'

export interface Posted {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: unknown
}

const agent = new Agent({ keepAlive: true, maxSockets: 256 })

/**
 * Posts JSON with Node's own client: the pages' test environment has no fetch, and a test must be
 * able to send what fetch would refuse.
 */
export function postJson(
  url: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Posted> {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method: 'POST', agent, headers: { 'content-type': 'application/json', ...headers } },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.once('error', reject)
        response.once('end', () => {
          const status = response.statusCode ?? 0
          resolve({ status, headers: response.headers, body: parse(Buffer.concat(chunks)) })
        })
      },
    )
    sent.once('error', reject)
    sent.end(text)
  })
}

function parse(bytes: Buffer): unknown {
  const text = bytes.toString('utf8')
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
