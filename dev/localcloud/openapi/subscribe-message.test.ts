import { post, startTestCloud, type TestCloud } from '../fixtures/sdk'
import { callerOf, sdkVersions } from '../fixtures/wechat'

let test: TestCloud
let ask: ReturnType<typeof callerOf>

beforeAll(async () => {
  test = await startTestCloud()
  ask = callerOf(test.cloud)
})

afterAll(() => test.end())

const message = (over: Record<string, unknown> = {}) => ({
  touser: 'shopper',
  templateId: 'joined',
  data: { thing1: { value: '欢迎入会' }, date2: { value: '2026年11月24日 09:00' } },
  ...over,
})

const accept = (openid: string, ...templateIds: string[]) => {
  const answers = templateIds.map((templateId) => [templateId, 'accept'] as const)
  const body = { templateIds: Object.fromEntries(answers) }
  return post(test.cloud, '/phone/permits', { body, headers: { 'x-openid': openid } })
}

describe('a message', () => {
  it('goes out once for each accepted authorization, to that member only', async () => {
    expect(await ask('openapi.subscribeMessage.send', message())).toMatchObject({ errCode: 40037 })
    await accept('shopper', 'joined')
    await accept('shopper', 'joined')
    const other = await ask('openapi.subscribeMessage.send', message({ touser: 'other' }))
    expect(other).toMatchObject({ errCode: 43101 })
    for (const sdk of sdkVersions.slice(0, 2)) {
      const sent = await ask('openapi.subscribeMessage.send', message(), { sdk })
      expect(sent.answer).toMatchObject({ errCode: 0, errMsg: 'openapi.subscribeMessage.send:ok' })
    }
    const { errCode, errMsg } = await ask('openapi.subscribeMessage.send', message())
    expect(errCode).toBe(43101)
    expect(errMsg).toMatch(/user refuse to accept the msg rid: \w{8}-\w{8}-\w{8}/)
  })

  it('needs an accepting tap: a rejected template stays refused', async () => {
    const body = { templateIds: { news: 'reject' } }
    await post(test.cloud, '/phone/permits', { body, headers: { 'x-openid': 'shopper' } })
    const sent = await ask('openapi.subscribeMessage.send', message({ templateId: 'news' }))
    expect(sent.errCode).toBe(43101)
  })

  it('goes out once when two functions send it at the same time', async () => {
    await accept('shopper', 'race')
    const send = () => ask('openapi.subscribeMessage.send', message({ templateId: 'race' }))
    const ends = (await Promise.all([send(), send(), send()])).map(({ errCode }) => errCode)
    expect(ends.filter((code) => code === undefined)).toHaveLength(1)
    expect(ends.filter((code) => code === 43101)).toHaveLength(2)
  })

  it.each([
    ['a thing of 21 characters', { thing1: { value: '长'.repeat(21) } }],
    ['an empty thing', { thing1: { value: '' } }],
    ['a day in words', { date1: { value: '明天' } }],
    ['a number in letters', { number1: { value: 'ten' } }],
    ['a phrase of six', { phrase1: { value: '一二三四五六' } }],
    ['a field of no known kind', { poem1: { value: 'x' } }],
    ['no field at all', {}],
    ['a value that is no text', { number1: { value: 3 } }],
  ])('is refused with %s, and uses up nothing', async (_what, data) => {
    await accept('shopper', 'words')
    const wrong = await ask('openapi.subscribeMessage.send', message({ templateId: 'words', data }))
    expect(wrong.errCode).toBe(47003)
    const right = await ask('openapi.subscribeMessage.send', message({ templateId: 'words' }))
    expect(right.answer).toMatchObject({ errCode: 0 })
  })

  it('of a declared template has exactly its fields, and opens a page that exists', async () => {
    const declared = { templates: { gift: { keywords: ['thing1', 'amount2'] } }, pages: ['a/b'] }
    await post(test.cloud, '/openapi/declarations', { body: declared })
    await accept('shopper', 'gift')
    const gift = (data: object, page?: string) =>
      ask('openapi.subscribeMessage.send', message({ templateId: 'gift', data, page }))
    const thing1 = { value: '生日礼' }
    const amount2 = { value: '¥5.00' }
    expect((await gift({ thing1 })).errMsg).toContain('data.amount2.value is empty')
    expect((await gift({ thing1, amount2, thing3: thing1 })).errCode).toBe(47003)
    expect((await gift({ thing1, amount2 }, 'no/where')).errCode).toBe(41030)
    expect((await gift({ thing1, amount2 }, 'a/b?id=1')).answer).toMatchObject({ errCode: 0 })
  })
})
