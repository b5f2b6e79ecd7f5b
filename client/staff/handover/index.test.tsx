import { act, fireEvent, render, screen } from '@testing-library/react'
import { clerk } from '../../../dev/harness/clerk'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { rolesStore } from '../../session/roles.store'
import { handoverStore, pickupStore, verifyStore } from '../handover.store'
import HandoverPage from './index'

describe('the hand-over page', () => {
  beforeEach(() => {
    phone.reset()
    rolesStore.setState({ data: clerk })
    phone.params = { pickupCode: '123456789012' }
    pickupStore.setState(pickupStore.getInitialState())
    handoverStore.setState(handoverStore.getInitialState())
    verifyStore.setState(verifyStore.getInitialState())
  })

  it('shows what to fetch before anything is handed over', async () => {
    const sent = await open(found, collected)
    expect(screen.getByText('散养土鸡蛋')).toBeTruthy()
    expect(sent.map(({ action }) => action)).toEqual(['findPickup'])
  })

  it('hands over once, and says by whom', async () => {
    const sent = await open(found, collected)
    await tap('已把礼品交给会员')
    expect(screen.getByText('已自提')).toBeTruthy()
    expect(screen.getByText('沈佳怡')).toBeTruthy()
    expect(sent[1]?.input).toMatchObject({ pickupCode: '123456789012' })
  })

  it('says of a used code when, where and by whom it was used', async () => {
    await open(used, used)
    expect(screen.getByText('这个自提码已经用过了')).toBeTruthy()
    expect(screen.getByText('2026-11-30 14:05')).toBeTruthy()
    expect(screen.getByText('梧桐里店')).toBeTruthy()
    expect(screen.getByText('沈佳怡')).toBeTruthy()
  })

  it('says the same when a colleague was quicker', async () => {
    await open(found, used)
    await tap('已把礼品交给会员')
    expect(screen.getByText('这个自提码已经用过了')).toBeTruthy()
    expect(screen.queryByText('已自提')).toBeNull()
  })

  it('shows a gift coupon before it is handed over, and then by whom', async () => {
    const sent = await openGift(gift, { ok: true, value: handedOver })
    expect(screen.getByText('红颜草莓一盒')).toBeTruthy()
    expect(sent.map(({ action }) => action)).toEqual(['findPickup'])
    await tap('已把赠品交给会员')
    expect(screen.getByText('已核销')).toBeTruthy()
    expect(screen.getByText('沈佳怡')).toBeTruthy()
    expect(sent[1]).toMatchObject({ action: 'verify', input: { couponCode: '123456789012' } })
  })

  it('says the second time when, where and by whom a gift was handed over', async () => {
    const refusal = { code: 'COUPON_USED', message: '这张优惠券已经使用过了' }
    const { collectedAt: at, storeName, staffName } = use
    await openGift({ ...gift, state: 'used', refusal, used: { at, storeName, staffName } }, {})
    for (const words of ['这张优惠券已经使用过了', '2026-11-30 14:05', '梧桐里店', '沈佳怡']) {
      expect(screen.getByText(words)).toBeTruthy()
    }
    expect(screen.queryByText('已把赠品交给会员')).toBeNull()
  })

  it('says so of a gift that a colleague handed over in the same minute', async () => {
    const { collectedAt: usedAt, ...others } = use
    const message = '这张优惠券已经使用过了'
    const detail = { usedAt, ...others }
    await openGift(gift, { ok: false, code: 'COUPON_USED', message, detail, requestId: 'r' })
    await tap('已把赠品交给会员')
    expect(screen.getByText(message)).toBeTruthy()
    expect(screen.getByText('2026-11-30 14:05')).toBeTruthy()
  })

  it('sends a coupon for the till to the till', async () => {
    const refusal = { code: 'COUPON_AT_TILL', message: '这张券在收银时使用，不在这里核销' }
    await openGift({ ...gift, refusal }, {})
    expect(screen.getByText(refusal.message)).toBeTruthy()
    expect(screen.getByText('返回扫码')).toBeTruthy()
  })
})

const gift = {
  ...{ couponId: 'c1', couponCode: '123456789012', kind: 'gift', title: '草莓券', face: '赠品' },
  ...{ sentence: '免费领取红颜草莓一盒', limitWords: [], thing: '红颜草莓一盒' },
  ...{ maskedName: '林**', validFromOn: '2026-11-01', expiresOn: '2026-12-31', state: 'issued' },
  ...{ used: null, refusal: null },
}
const handedOver = {
  ...{ couponId: 'c1', couponCode: '123456789012', title: '草莓券', thing: '红颜草莓一盒' },
  ...{ sentence: '', maskedName: '林**', usedAt: 0, storeName: '梧桐里店', staffName: '沈佳怡' },
}
function openGift(found: object, verified: object): Promise<CloudEvent[]> {
  const answers: Record<string, object> = {
    findPickup: { ok: true, value: { what: 'coupon', ...found } },
    verify: verified,
  }
  return openWith(({ action }) => answers[action] ?? {})
}

const preview = {
  what: 'redemption',
  redemptionId: 'r1',
  pickupCode: '123456789012',
  rewardTitle: '散养土鸡蛋',
  picture: 'eggs',
  maskedName: '林**',
  redeemedAt: Date.parse('2026-11-20T04:00:00Z'),
  expiresOn: '2026-12-19',
}
const use = {
  collectedAt: Date.parse('2026-11-30T06:05:00Z'),
  storeName: '梧桐里店',
  staffName: '沈佳怡',
}
const found = { ok: true, value: preview }
const collected = { ok: true, value: { ...preview, ...use } }
const used = {
  ok: false,
  code: 'PICKUP_USED',
  message: '这个自提码已经用过了',
  detail: use,
  requestId: 'r',
}

function open(find: object, verify: object): Promise<CloudEvent[]> {
  return openWith(({ action }) => (action === 'findPickup' ? find : verify))
}

async function openWith(answer: (event: CloudEvent) => object): Promise<CloudEvent[]> {
  const sent: CloudEvent[] = []
  phone.answer = (_feature, event) => {
    sent.push(event)
    return answer(event)
  }
  await act(async () => {
    render(<HandoverPage />)
  })
  return sent
}

async function tap(label: string): Promise<void> {
  await act(async () => {
    fireEvent.click(screen.getByText(label))
  })
}
