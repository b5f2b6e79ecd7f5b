import { request as httpRequest } from 'node:http'
import { post, startTestCloud, type TestCloud } from '../fixtures/sdk'

let test: TestCloud

beforeAll(async () => {
  test = await startTestCloud({ store: 'memory', now: '2030-05-01T00:00:00Z' })
})

afterAll(() => test.end())

const echo = (body: unknown, headers: Record<string, string> = {}) =>
  post(test.cloud, '/call/echo', { body, headers })

describe('the door to this machine', () => {
  it('is open to its own names only, so that no site can point one of its own at it', async () => {
    expect(await statusFor({ host: 'localhost:1' })).toBe(200)
    expect(await statusFor({ host: '[::1]:1' })).toBe(200)
    expect(await statusFor({ host: 'shop.example' })).toBe(403)
    expect(await statusFor({ host: '127.0.0.1.shop.example' })).toBe(403)
  })

  it('does not act for pages of other machines', async () => {
    const refused = await echo(
      { act: 'write', id: 'xs', times: 1 },
      { origin: 'https://a.example' },
    )
    expect(refused.status).toBe(403)
    expect(await test.cloud.engine.count('config', { _id: 'xs-0' })).toBe(0)
  })
})

function statusFor(headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    httpRequest(`${test.cloud.origin}/health`, { headers }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .once('error', reject)
      .end()
  })
}
