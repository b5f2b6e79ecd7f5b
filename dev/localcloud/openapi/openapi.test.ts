import { readdirSync } from 'node:fs'
import { post, startTestCloud, type TestCloud } from '../fixtures/sdk'
import { callerOf } from '../fixtures/wechat'

let test: TestCloud
let ask: ReturnType<typeof callerOf>

beforeAll(async () => {
  test = await startTestCloud()
  ask = callerOf(test.cloud)
})

afterAll(() => test.end())

const asPhone = (openid: string) => ({ 'x-openid': openid })
const advance = (ms: number) => test.cloud.clock.advance(ms)
const newest = () => test.cloud.outbox.after(0).at(-1)

const message = (over: Record<string, unknown> = {}) => ({
  touser: 'shopper',
  templateId: 'joined',
  data: { thing1: { value: '欢迎入会' } },
  ...over,
})

const accept = (openid: string, templateId: string) => {
  const body = { templateIds: { [templateId]: 'accept' } }
  return post(test.cloud, '/phone/permits', { body, headers: asPhone(openid) })
}

describe('a function', () => {
  it('calls only what its config.json lists', async () => {
    const { errCode, errMsg } = await ask('openapi.customerServiceMessage.send', { touser: 'x' })
    expect(errCode).toBe(-604101)
    expect(errMsg).toContain('error code: -604101')
  })

  it('is told by name what the local cloud has not, and that nobody has the rest', async () => {
    const { errCode, errMsg } = await ask('openapi.urllink.generate', {})
    expect(errCode).toBe(-501007)
    expect(errMsg).toContain('openapi.urllink.generate is not supported by the local cloud')
    expect(newest()).toMatchObject({ api: 'openapi.urllink.generate' })
    expect((await ask('openapi.made.up', {})).errCode).toBe(-604100)
  })

  it('is answered in JSON by the older callOpenAPI', async () => {
    const plain = (data: object) => ask('callOpenAPI', { api: 'subscribeMessage.send', data })
    expect((await plain({})).answer).toMatchObject({ result: { errcode: 40003 } })
  })

  it('of another mini-program than the cloud is not authorized', async () => {
    const named = await ask('openapi.subscribeMessage.send', message(), { appid: 'wx1' })
    expect(named.errCode).toBe(-601018)
  })
})

describe('what else the SDK can send', () => {
  it.each([
    ...['auth.getUserInfoForAdmin', 'analytics.report', 'PushNotifyMsg'],
    ...['storage.getFileAuthority', 'constructor', ''],
  ])('is refused by name: %j', async (action) => {
    const { answer } = await post(test.cloud, '/admin', { body: { action } })
    const message = expect.stringContaining(`unsupported action ${action}`)
    expect(answer).toMatchObject({ code: 'INVALID_PARAM', message })
  })

  it('is refused also as a form, and so is a form that is none', async () => {
    const send = async (body: FormData | string) => {
      const headers = { 'content-type': 'multipart/form-data' }
      const init = typeof body === 'string' ? { body, headers } : { body }
      const response = await fetch(`${test.cloud.origin}/admin`, { method: 'POST', ...init })
      return response.json()
    }
    const form = new FormData()
    form.set('action', 'wx.wxCallContainerApi')
    const message = expect.stringContaining('unsupported action wx.wxCallContainerApi')
    expect(await send(form)).toMatchObject({ code: 'INVALID_PARAM', message })
    expect(await send('x')).toMatchObject({ code: 'INVALID_PARAM' })
    const garbled = new FormData()
    garbled.set('action', 'wx.openApi')
    garbled.set('requestData', 'no protobuf')
    expect(await send(garbled)).toMatchObject({ code: 'INVALID_PARAM' })
  })
})

describe('open data', () => {
  it("of a forged cloudID is the platform's error", async () => {
    const { answer } = await ask('getOpenData', { list: ['forged'] })
    expect(answer?.list).toMatchObject([{ cloudID: 'forged', errCode: -601006 }])
  })

  it('has no signatures for calls here', async () => {
    const { errMsg } = await ask('getVoIPSign', { groupId: 'g', timestamp: 1, nonce: 'n' })
    expect(errMsg).toContain('ApiVoipSign is not supported by the local cloud')
  })
})

describe('a phone number', () => {
  const tap = async (openid: string, phoneNumber?: string) => {
    const request = { body: { phoneNumber }, headers: asPhone(openid) }
    const { answer } = await post(test.cloud, '/phone/number', request)
    return answer
  }
  const codeOf = (answer: unknown) =>
    typeof answer === 'object' && answer !== null && 'code' in answer ? String(answer.code) : ''

  it('is had for a code once, within five minutes, by its owner', async () => {
    const code = codeOf(await tap('shopper', '13800000001'))
    const stranger = { code, openid: 'other' }
    expect((await ask('openapi.phonenumber.getPhoneNumber', stranger)).errCode).toBe(40029)
    const { answer } = await ask('openapi.phonenumber.getPhoneNumber', { code })
    expect(answer).toMatchObject({
      phoneInfo: { phoneNumber: '13800000001', purePhoneNumber: '13800000001', countryCode: '86' },
    })
    expect((await ask('openapi.phonenumber.getPhoneNumber', { code })).errCode).toBe(40029)
    const late = codeOf(await tap('shopper'))
    advance(5 * 60_000 + 1)
    const tooLate = await ask('openapi.phonenumber.getPhoneNumber', { code: late })
    expect(tooLate.errCode).toBe(40029)
  })

  it('costs a trial, and without trials is not given', async () => {
    await post(test.cloud, '/openapi/declarations', { body: { phoneNumbersCount: 2 } })
    const get = async () =>
      ask('openapi.phonenumber.getPhoneNumber', { code: codeOf(await tap('shopper')) })
    expect((await get()).answer).toMatchObject({ errCode: 0 })
    expect((await get()).errCode).toBe(1_400_001)
  })
})

describe('the check of a text', () => {
  const check = (content: string, over: object = {}) =>
    ask('openapi.security.msgSecCheck', {
      content,
      version: 2,
      scene: 2,
      openid: 'shopper',
      ...over,
    })

  it.each([
    ['一起接龙吧', 'pass', 100],
    ['这是广告', 'review', 10_001],
    ['这句待审', 'review', 21_000],
    ['这句违规', 'risky', 20_006],
  ])('of %s says %s', async (content, suggest, label) => {
    const { answer } = await check(content)
    expect(answer).toMatchObject({ result: { suggest, label }, detail: [{ suggest, label }] })
    expect(answer?.traceId).toMatch(/^\w{32}$/)
  })

  it('looks at the nickname too, and fails as the service does', async () => {
    const { answer } = await check('你好', { nickname: '违规' })
    expect(answer).toMatchObject({ result: { suggest: 'risky' } })
    expect((await check('检测故障')).errCode).toBe(-1)
  })

  it.each([
    ['a text of 2,501 characters', { content: '长'.repeat(2501) }, 47001],
    ['an empty text', { content: '' }, 44002],
    ['no author', { openid: undefined }, 40003],
    ['a scene that is none', { scene: 5 }, 40129],
    ['an author who was never there', { openid: 'ghost' }, 61010],
  ])('refuses %s', async (_what, over, errCode) => {
    expect(await check('你好', over)).toMatchObject({ errCode })
  })

  it('refuses an author who was last there more than two hours ago', async () => {
    await test.cloud.call('wechat', { api: 'getWXContext' }, { openid: 'early' })
    expect((await check('你好', { openid: 'early' })).answer).toMatchObject({ errCode: 0 })
    advance(2 * 3_600_000 + 60_000)
    expect((await check('你好', { openid: 'early' })).errCode).toBe(61010)
  })

  it('of the first version has one verdict', async () => {
    const old = (content: string) => ask('openapi.security.msgSecCheck', { content })
    expect((await old('你好')).answer).toMatchObject({ errCode: 0 })
    expect((await old('违规')).errCode).toBe(87014)
  })
})

describe('the outbox', () => {
  it('tells what was asked, by whom and for whom, and what was answered', async () => {
    const before = test.cloud.outbox.after(0).at(-1)?.id ?? 0
    await accept('shopper', 'joined')
    await ask('openapi.subscribeMessage.send', message({ touser: 'nobody' }))
    const response = await fetch(`${test.cloud.origin}/outbox?after=${before}`)
    expect(await response.json()).toMatchObject({
      entries: [
        {
          id: before + 1,
          api: 'openapi.subscribeMessage.send',
          from: { function: 'wechat' },
          openid: 'nobody',
          request: { template_id: 'joined' },
          answer: { errcode: 43101 },
        },
      ],
    })
  })

  it('outlives the cloud, as permits do', async () => {
    await accept('shopper', 'lasting')
    const ids = test.cloud.outbox.after(0).map(({ id }) => id)
    await test.cloud.close()
    expect(readdirSync(test.dataDir)).toContain('cloud.lmdb')
    test = await startTestCloud({ dataDir: test.dataDir })
    ask = callerOf(test.cloud)
    expect(test.cloud.outbox.after(0).map(({ id }) => id)).toEqual(ids)
    const send = () => ask('openapi.subscribeMessage.send', message({ templateId: 'lasting' }))
    expect((await send()).answer).toMatchObject({ errCode: 0 })
    expect((await send()).errCode).toBe(43101)
  })
})
