import type { ManagerToday } from './today.store'
import { figureRows, waitingRows } from './today-rows'

const quiet: ManagerToday = {
  ...{ serverNow: 0, todayOn: '2026-11-21', joinedCount: 3, pickupCount: 0 },
  sales: { purchaseCount: 32, paidFen: 128_050 },
  points: { inPoints: 1_280, outPoints: 360 },
  closings: { missingCount: 0, first: null },
  approvals: { adjustments: 0, texts: 0, invitations: 0, goods: 0, damages: 0 },
}

describe('today in rows', () => {
  it('tells what it came to', () => {
    expect(figureRows(quiet).map(({ title, notes, figure }) => [title, notes, figure])).toEqual([
      ['会员消费', ['32 笔'], '¥1,280.50'],
      ['新会员', [], '3 位'],
      ['积分', ['送出 1,280', '用掉 360'], '+920'],
    ])
    const spent = { ...quiet, points: { inPoints: 0, outPoints: 1_200 } }
    expect(figureRows(spent).at(-1)?.figure).toBe('−1,200')
  })

  it('lists nothing that does not wait', () => {
    expect(waitingRows(quiet)).toEqual([])
  })

  it('lists each thing that waits, with where it is done', () => {
    const first = { storeId: 'hebin', storeName: '河滨店', businessOn: '2026-11-19' }
    const busy: ManagerToday = {
      ...quiet,
      pickupCount: 1_041,
      closings: { missingCount: 2, first },
      approvals: { adjustments: 1, texts: 2, invitations: 3, goods: 4, damages: 5 },
    }
    expect(waitingRows(busy).map(({ name, figure }) => [name, figure])).toEqual([
      ['closings', '2 台'],
      ['adjustments', '1 笔'],
      ['texts', '2 条'],
      ['invitations', '3 条'],
      ['goods', '4 个接龙'],
      ['damages', '5 笔'],
      ['pickups', '1,041 件'],
    ])
    expect(waitingRows(busy)[0]?.notes).toEqual(['河滨店 11月19日'])
    expect(waitingRows(busy)[0]?.query).toEqual({ storeId: 'hebin' })
    expect(new Set(waitingRows(busy).map(({ to }) => to)).size).toBe(7)
  })
})
