import { type CloudEvent, phone } from '../dev/harness/taro'
import { api } from './api'
import { noteServerNow, serverNow } from './clock'

const home = { ok: true, value: { serverNow: 77_000_000 } }
const busy = { ok: false, code: 'BUSY', message: '现在有点忙', requestId: 'r' }

describe('a call of a cloud function', () => {
  let events: CloudEvent[] = []

  beforeEach(() => {
    phone.reset()
    events = []
    jest.useFakeTimers()
  })

  afterEach(() => {
    noteServerNow(Date.now())
    jest.useRealTimers()
  })

  it('sends action, request id and input to the function of its feature', async () => {
    answerWith([{ ok: true, value: {} }])
    await settled(api.call('mall.redeem', { rewardId: 'eggs' }, { requestId: 'one' }))
    expect(events).toEqual([{ action: 'redeem', requestId: 'one', input: { rewardId: 'eggs' } }])
  })

  it('asks again under the same request id when the function is busy', async () => {
    answerWith([busy, busy, { ok: true, value: {} }])
    const reply = await settled(api.call('members.join', {}, { requestId: 'same' }))
    expect(reply.ok).toBe(true)
    expect(events.map((event) => event.requestId)).toEqual(['same', 'same', 'same'])
  })

  it('asks again when the answer was lost, since the effect may have happened', async () => {
    answerWith([new Error('timeout'), 'a page of html', { ok: true, value: {} }])
    const reply = await settled(api.call('gifts.claimPack', {}, { requestId: 'same' }))
    expect(reply.ok).toBe(true)
    expect(new Set(events.map((event) => event.requestId)).size).toBe(1)
  })

  it('gives up after a bounded number of tries and says that it is offline', async () => {
    answerWith([])
    const reply = await settled(api.call('members.home', {}))
    expect(reply).toMatchObject({ ok: false, code: 'OFFLINE' })
    expect(events).toHaveLength(4)
  })

  it.each([
    [undefined, 20_000],
    [12_000, 12_000],
  ])(
    'gives up on answers that never come, with patience %s after %i ms',
    async (patienceMs, ms) => {
      phone.answer = () => new Promise(() => undefined)
      const options = patienceMs === undefined ? {} : { patienceMs }
      const replies: string[] = []
      const reply = api.call('members.home', {}, options).then(() => replies.push('told'))
      await jest.advanceTimersByTimeAsync(ms - 1)
      expect(replies).toEqual([])
      await jest.advanceTimersByTimeAsync(1)
      expect(replies).toEqual(['told'])
      await reply
    },
  )

  it('takes a refusal for an answer', async () => {
    answerWith([{ ok: false, code: 'SOLD_OUT', message: '来晚一步', requestId: 'r' }])
    const reply = await settled(api.call('mall.redeem', { rewardId: 'eggs' }))
    expect(reply).toMatchObject({ ok: false, code: 'SOLD_OUT' })
    expect(events).toHaveLength(1)
  })

  it('takes the time from every answer that tells it', async () => {
    answerWith([home])
    await settled(api.call('members.home', {}))
    expect(serverNow()).toBe(77_000_000 + 60_000)
  })

  it('sends the group of the card at the top of the event, asked for at each tap', async () => {
    answerWith([{ ok: true, value: {} }, busy, { ok: true, value: {} }])
    phone.groupCloudId = '43_first'
    await settled(api.call('drops.claim', { dropId: 'd' }, { requestId: 'one', group: true }))
    phone.groupCloudId = '43_second'
    await settled(api.call('drops.claim', { dropId: 'd' }, { requestId: 'two', group: true }))
    const input = { dropId: 'd' }
    const second = { action: 'claim', requestId: 'two', input, group: { marked: '43_second' } }
    expect(events).toEqual([
      { action: 'claim', requestId: 'one', input, group: { marked: '43_first' } },
      second,
      second,
    ])
  })

  it.each([
    ['without a card', undefined],
    ['when the phone denies it', new Error('getGroupEnterInfo:fail auth deny')],
  ])('sends no group %s', async (_when, groupCloudId) => {
    answerWith([{ ok: true, value: {} }])
    if (groupCloudId) phone.groupCloudId = groupCloudId
    const reply = await settled(api.call('drops.show', { dropId: 'd' }, { group: true }))
    expect(reply.ok).toBe(true)
    expect(events[0]).not.toHaveProperty('group')
  })

  it('asks the phone for no group where none is wanted', async () => {
    answerWith([home])
    phone.groupCloudId = '43_first'
    await settled(api.call('members.home', {}))
    expect(events[0]).not.toHaveProperty('group')
    expect(phone.done).toEqual([])
  })

  function answerWith(replies: unknown[]): void {
    const left = [...replies]
    phone.answer = (_feature, event) => {
      events.push(event)
      const reply = left.length > 0 ? left.shift() : new Error('no network')
      if (reply instanceof Error) throw reply
      return reply
    }
  }

  async function settled<T>(reply: Promise<T>): Promise<T> {
    await jest.advanceTimersByTimeAsync(60_000)
    return reply
  }
})
