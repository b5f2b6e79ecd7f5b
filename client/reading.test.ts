import { phone } from '../dev/harness/taro'
import { api } from './api'
import { createReading } from './reading'

const wallet = (todayOn: string) => ({
  ok: true as const,
  value: { serverNow: 1, todayOn, coupons: [] },
})
const offline = { ok: false as const, code: 'OFFLINE' as const, message: '网络', requestId: 'r' }

describe('what a page reads', () => {
  const call = jest.spyOn(api, 'call')

  beforeEach(() => {
    phone.reset()
    call.mockReset()
  })

  it('keeps the old answer when the new one does not come', async () => {
    const store = createReading('coupons.wallet')
    call.mockResolvedValueOnce(wallet('2026-01-01')).mockResolvedValueOnce(offline)
    await store.getState().load({})
    await store.getState().load({})
    expect(store.getState().data?.todayOn).toBe('2026-01-01')
    expect(store.getState().trouble?.code).toBe('OFFLINE')
  })

  it('forgets the trouble with the next answer', async () => {
    const store = createReading('coupons.wallet')
    call.mockResolvedValueOnce(offline).mockResolvedValueOnce(wallet('2026-01-01'))
    await store.getState().load({})
    await store.getState().load({})
    expect(store.getState().trouble).toBeNull()
  })

  it('shows the answer asked for last, also when an older one comes late', async () => {
    const store = createReading('coupons.wallet')
    let comeLate = (_reply: ReturnType<typeof wallet>) => {}
    const late = new Promise<ReturnType<typeof wallet>>((resolve) => {
      comeLate = resolve
    })
    call.mockReturnValueOnce(late).mockResolvedValueOnce(wallet('2026-01-02'))
    const first = store.getState().load({})
    await store.getState().load({})
    comeLate(wallet('2026-01-01'))
    await first
    expect(store.getState().data?.todayOn).toBe('2026-01-02')
  })

  it('shows at the next start what was kept, before any answer', async () => {
    call.mockResolvedValueOnce(wallet('2026-01-01'))
    await createReading('coupons.wallet', { keepAs: 'wallet' }).getState().load({})
    const next = createReading('coupons.wallet', { keepAs: 'wallet' })
    expect(next.getState().data?.todayOn).toBe('2026-01-01')
    expect(createReading('coupons.wallet').getState().data).toBeNull()
  })
})
