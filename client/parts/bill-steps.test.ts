import type { BillStep } from '@shared/purchases/coupon-steps'
import { stepRowsOf } from './bill-steps'

const goods: BillStep = { kind: 'goods', title: '商品', couponId: null, changeFen: 123_456 }

describe('the steps of a bill', () => {
  it('begin at the goods and have a sign each, with thousands', () => {
    const steps: BillStep[] = [
      goods,
      { kind: 'exchange', title: '拿铁换购券', couponId: 'a', changeFen: 990 },
      { kind: 'coupon', title: '九折券', couponId: 'b', changeFen: -100_050 },
      { kind: 'points', title: '积分抵扣', couponId: null, changeFen: -500 },
      { kind: 'freight', title: '运费', couponId: null, changeFen: 800 },
      { kind: 'freightCoupon', title: '运费券', couponId: 'c', changeFen: -800 },
    ]
    expect(stepRowsOf(steps, 1_500).map(({ label, value }) => `${label} ${value}`)).toEqual([
      '商品 ¥1,234.56',
      '拿铁换购券 +¥9.90',
      '九折券 −¥1,000.50',
      '1,500 积分抵扣 −¥5.00',
      '运费 +¥8.00',
      '运费券 −¥8.00',
    ])
  })

  it('are not told of a bill that is paid as it is', () => {
    expect(stepRowsOf([goods])).toEqual([])
    expect(stepRowsOf()).toEqual([])
  })
})
