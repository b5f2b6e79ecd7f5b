import { createServer } from 'node:http'
import { writeDocument } from '../localcloud/engine/ejson'

/** A document like those that the other side is asked for: reading it is the SDK's work, too. */
const thing = { _id: 'thing-1', mark: 'mark-1', group: 'group-1', rank: 1, count: 0, tags: [] }

/** One reply that every database action of the SDK takes for its own. */
const reply = Buffer.from(
  JSON.stringify({
    requestId: 'ffffffff-ffff-4fff-bfff-ffffffffffff',
    transactionId: 'answered',
    data: {
      list: [writeDocument({ ...thing, name: '小满鲜食' })],
      ...{ insertedIds: ['thing-1'], updated: 1, upsert_id: null, deleted: 1, total: 1 },
    },
  }),
)

/** A server that reads what it is sent and answers, and does nothing else: the SDK's own floor. */
export async function startAnsweringServer(): Promise<{ gateway: string; stop: () => void }> {
  const server = createServer((request, response) => {
    request.resume()
    request.once('end', () => {
      response.writeHead(200, {
        'content-type': 'application/json; charset=utf-8',
        'content-length': reply.length,
      })
      response.end(reply)
    })
  })
  server.keepAliveTimeout = 600_000
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return {
    gateway: `http://127.0.0.1:${address.port}/admin`,
    stop() {
      server.close()
      server.closeAllConnections()
    },
  }
}
