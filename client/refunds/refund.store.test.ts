import { type CloudEvent, phone } from '../../dev/harness/taro'
import { choosingStore, previewStore, refundStore } from './refund.store'

const purchase = {
  purchaseId: 'p1',
  freightLeftFen: 0,
  lines: [{ lineNo: 1, title: '苹果', leftFen: 6_000 }],
}
let sent: CloudEvent[] = []
let isStale = false

beforeEach(() => {
  phone.reset()
  sent = []
  isStale = false
  phone.answer = (_feature, event) => {
    sent.push(event)
    if (event.action === 'previewRefund') {
      const previewHash = `hash-${sent.length}`
      return { ok: true, value: { purchase, shown: {}, previewHash } }
    }
    if (!isStale) return { ok: true, value: {} }
    const message = '有变化，请重新查看'
    return { ok: false, code: 'PREVIEW_STALE', message, requestId: 'x' }
  }
})

const inputs = () => sent.map(({ action, input }) => ({ action, ...Object(input) }))

describe('choosing what to refund', () => {
  it('looks at the whole first, then at each choice, and confirms what it saw last', async () => {
    const { begin, choose, confirm } = choosingStore.getState()
    await begin('p1')
    await choose({ mode: 'part' })
    await choose({ typed: { 1: '20' } })
    await confirm()
    const lines = [{ lineNo: 1, amountFen: 2_000 }]
    expect(inputs()).toEqual([
      { action: 'previewRefund', purchaseId: 'p1', isShopFault: false },
      { action: 'previewRefund', purchaseId: 'p1', isShopFault: false, lines },
      { action: 'refund', purchaseId: 'p1', isShopFault: false, lines, previewHash: 'hash-2' },
    ])
  })

  it('confirms nothing while nothing is chosen', async () => {
    const { begin, choose, confirm } = choosingStore.getState()
    await begin('p1')
    await choose({ mode: 'part' })
    await confirm()
    expect(inputs().map(({ action }) => action)).toEqual(['previewRefund'])
  })

  it('looks again when something has changed', async () => {
    const { begin, confirm } = choosingStore.getState()
    await begin('p1')
    isStale = true
    await confirm()
    expect(inputs().map(({ action }) => action)).toEqual([
      'previewRefund',
      'refund',
      'previewRefund',
    ])
    expect(refundStore.getState().refused?.code).toBe('PREVIEW_STALE')
    expect(previewStore.getState().data?.previewHash).toBe('hash-3')
  })
})
