import { openFunctionFolder } from '../fixtures/function-folder'
import { post, startTestCloud, type TestCloud } from '../fixtures/sdk'

const folder = openFunctionFolder({
  'show/index.js': `
    const cloud = require('wx-server-sdk')
    exports.main = async (event) => ({ event, info: cloud.getWXContext().OPEN_DATA_INFO })`,
})

let test: TestCloud

beforeAll(async () => {
  test = await startTestCloud({ functionsDir: folder.path, now: '2026-03-09T00:00:00Z' })
})
afterAll(async () => {
  await test.end()
  folder.end()
})

async function issue(data: unknown, openid = 'shopper', kind = 'group'): Promise<string> {
  const headers = { 'x-openid': openid }
  const { answer } = await post(test.cloud, '/cloud-id', { body: { kind, data }, headers })
  return String(Object(answer).cloudID)
}

const show = async (body: unknown, openid = 'shopper') =>
  (await post(test.cloud, '/call/show', { body, headers: { 'x-openid': openid } })).answer

const marked = (cloudId: string) => ({ $cloudID: cloudId })
const invalid = { errCode: -601006, errMsg: 'cloudID invalid.' }

describe('a cloudID in an event', () => {
  it('is replaced by its open data, and named as the platform’s', async () => {
    const group = await issue({ openGId: 'group-1' })
    const phone = await issue({ phoneNumber: '13800000000' }, 'shopper', 'phone')
    expect(await show({ group: marked(group), phone: marked(phone), other: 1 })).toMatchObject({
      event: {
        group: {
          cloudID: group,
          data: { openGId: 'group-1', watermark: { timestamp: expect.any(Number) } },
        },
        phone: { cloudID: phone, data: { phoneNumber: '13800000000' } },
        other: 1,
      },
      info: '{"keys":["group","phone"]}',
    })
  })

  it('that is forged, or another phone’s, is an error', async () => {
    const group = await issue({ openGId: 'group-1' })
    expect(await show({ group: marked('43_forged') })).toMatchObject({
      event: { group: { cloudID: '43_forged', ...invalid } },
    })
    const { event } = Object(await show({ group: marked(group) }, 'thief'))
    expect(event.group).toEqual({ cloudID: group, ...invalid })
  })

  it('expires after five minutes', async () => {
    const group = await issue({ openGId: 'group-1' })
    test.cloud.clock.advance(6 * 60_000)
    const { event } = Object(await show({ group: marked(group) }))
    expect(event.group).toEqual({ cloudID: group, errCode: -601006, errMsg: 'cloudID expired.' })
  })

  it('stays a text below the top level, and from the sixth on', async () => {
    const group = await issue({ openGId: 'group-1' })
    expect(await show({ inner: { group: marked(group) } })).toMatchObject({
      event: { inner: { group } },
    })
    const keys = ['a', 'b', 'c', 'd', 'e', 'f']
    const { event } = Object(
      await show(Object.fromEntries(keys.map((key) => [key, marked(group)]))),
    )
    expect(keys.filter((key) => event[key]?.data)).toEqual(keys.slice(0, 5))
    expect(event.f).toBe(group)
  })

  it('is never taken from what a phone writes itself', async () => {
    const forged = { cloudID: 'x', data: { openGId: 'mine' } }
    const answer = await show({ group: forged })
    expect(answer).toMatchObject({ event: { group: forged } })
    expect(answer).not.toHaveProperty('info')
  })

  it('is issued to a phone only, for what there is', async () => {
    expect(
      (await post(test.cloud, '/cloud-id', { body: { kind: 'group', data: {} } })).status,
    ).toBe(400)
    const headers = { 'x-openid': 'shopper' }
    for (const body of [{ kind: 'soul', data: {} }, { kind: 'group' }, '[', []]) {
      expect((await post(test.cloud, '/cloud-id', { body, headers })).status).toBe(400)
    }
  })
})
