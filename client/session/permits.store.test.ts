import { type CloudEvent, phone } from '../../dev/harness/taro'
import { serverNow } from '../clock'
import {
  askable,
  askingStore,
  askPermits,
  loadPermits,
  mayOffer,
  permitsStore,
} from './permits.store'

const MINUTE_MS = 60_000
const kind = (templateKey: string, templateId: string | null) => ({
  ...{ templateKey, templateId, title: templateKey, leftCount: 0 },
})
const permits = {
  serverNow: 0,
  askableFromAt: null,
  permits: [
    kind('gift', 'shared'),
    kind('pickup', 'p'),
    kind('expiry', 'shared'),
    kind('tier', null),
    kind('list', 'l'),
    kind('drop', 'd'),
  ],
} as NonNullable<Parameters<typeof askable>[0]>

describe('what may be asked for', () => {
  it('is one line for each template, and none that the shop has not chosen', () => {
    const ids = (keys: Parameters<typeof askable>[1]) =>
      askable(permits, keys).map(({ templateId }) => templateId)
    expect(ids(['gift', 'expiry', 'tier'])).toEqual(['shared'])
    expect(ids(['gift', 'pickup', 'list', 'drop'])).toEqual(['shared', 'p', 'l'])
    expect(askable(null, ['gift'])).toEqual([])
  })

  it('is offered once a visit, and to nobody who said no lately', () => {
    const now = 100 * MINUTE_MS
    expect(mayOffer(permits, null, now)).toBe(true)
    expect(mayOffer(permits, now - 29 * MINUTE_MS, now)).toBe(false)
    expect(mayOffer(permits, now - 30 * MINUTE_MS, now)).toBe(true)
    expect(mayOffer({ ...permits, askableFromAt: now + 1 }, null, now)).toBe(false)
    expect(mayOffer({ ...permits, askableFromAt: now }, null, now)).toBe(true)
    expect(mayOffer(null, null, now)).toBe(false)
  })
})

describe('asking', () => {
  let told: CloudEvent[] = []
  beforeEach(async () => {
    phone.reset()
    told = []
    permitsStore.setState(permitsStore.getInitialState())
    askingStore.setState(askingStore.getInitialState())
    phone.answer = (_feature, event) => {
      if (event.action === 'recordPermits') told.push(event)
      return { ok: true, value: permits }
    }
    await loadPermits()
  })

  it('shows the sheet first, and tells the shop what she said', async () => {
    phone.permitAnswers = { shared: 'accept', d: 'reject' }
    expect(await askPermits(['gift', 'drop'])).toBe(true)
    expect(told.map(({ input }) => input)).toEqual([
      { answers: { gift: 'accept', drop: 'reject' } },
    ])
    const { askedAt, last } = askingStore.getState()
    expect(Math.abs((askedAt ?? 0) - serverNow())).toBeLessThan(1_000)
    expect(last).toEqual({ keys: ['gift', 'drop'], acceptedCount: 1 })
  })

  it('tells nothing where there was no sheet, and she may be offered it again', async () => {
    phone.permitAnswers = new Error('requestSubscribeMessage:fail')
    expect(await askPermits(['gift'])).toBe(false)
    expect(told).toEqual([])
    expect(askingStore.getState()).toMatchObject({ askedAt: null, isOpen: false })
  })

  it('shows one sheet for a tap that comes twice, and none for nothing', async () => {
    phone.permitAnswers = { d: 'accept' }
    expect(await Promise.all([askPermits(['drop']), askPermits(['drop'])])).toEqual([true, false])
    expect(await askPermits(['tier'])).toBe(false)
    expect(told).toHaveLength(1)
  })
})
