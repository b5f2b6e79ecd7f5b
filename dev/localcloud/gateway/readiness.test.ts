import { post, startTestCloud } from '../fixtures/sdk'
import { isReadyCloud } from './readiness'

const healthAt = async (origin: string) => {
  const response = await fetch(`${origin}/health`)
  return { status: response.status, answer: await response.json() }
}

describe("a cloud's health", () => {
  it('is bad while its shop is being prepared, and good when everything is done', async () => {
    const seen: unknown[] = []
    let waiting: Promise<boolean> | undefined
    const test = await startTestCloud({
      store: 'memory',
      timers: true,
      seed: async (cloud) => {
        seen.push(await healthAt(cloud.origin))
        // The seed itself works through the cloud, which answers calls already.
        seen.push((await post(cloud, '/call/echo', { body: { act: 'who' } })).status)
        waiting = isReadyCloud(cloud.origin).then((isReady) => {
          seen.push('waited for')
          return isReady
        })
        await expect(isReadyCloud(cloud.origin, 0)).rejects.toThrow('is not ready yet')
        seen.push('filled')
      },
    })
    expect(await waiting).toBe(true)
    expect(seen).toEqual([
      { status: 503, answer: { ok: false, error: 'the cloud is still being prepared' } },
      200,
      'filled',
      'waited for',
    ])
    expect(await healthAt(test.cloud.origin)).toEqual({ status: 200, answer: { ok: true } })
    await test.end()
    expect(await isReadyCloud(test.cloud.origin)).toBe(false)
  })
})
