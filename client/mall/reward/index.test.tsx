import { act, fireEvent, render, screen } from '@testing-library/react'
import { type CloudEvent, phone } from '../../../dev/harness/taro'
import { payStore } from '../../session/pay.store'
import { mallStore } from '../mall.store'
import { redeemStore } from '../redeem.store'
import RewardPage from './index'

describe('the reward page', () => {
  beforeEach(() => {
    phone.reset()
    phone.params = { rewardId: 'eggs' }
    mallStore.setState(mallStore.getInitialState())
    redeemStore.setState(redeemStore.getInitialState())
    payStore.getState().close()
    payment = { state: 'paid', refundedFen: 0 }
  })

  it('asks once, with what will be left, and shows the pick-up code', async () => {
    const sent = await open({ balancePoints: 500 })
    await tap('立即兑换')
    expect(screen.getByText('200')).toBeTruthy()
    await tap('确认兑换', 1)
    expect(screen.getByText('1234 5678 9012')).toBeTruthy()
    expect(sent.filter(({ action }) => action === 'redeem')).toHaveLength(1)
  })

  it('keeps the sheet and says why when the last one has just gone', async () => {
    await open({ balancePoints: 500 }, refused)
    await tap('立即兑换')
    await tap('确认兑换', 1)
    expect(screen.getByText('来晚一步，剩下的不够了')).toBeTruthy()
    expect(screen.queryByText('1234 5678 9012')).toBeNull()
  })

  it('asks at the price that she saw, and shows the new one before it asks again', async () => {
    const sent = await open({ balancePoints: 500 }, changed)
    await tap('立即兑换')
    await tap('确认兑换', 1)
    expect(screen.getByText('这件礼品刚刚有变动，请看过最新的再操作')).toBeTruthy()
    await tap('看最新的')
    expect(screen.queryByText('看最新的')).toBeNull()
    const asked = sent.filter(({ action }) => action === 'redeem').map(({ input }) => input)
    expect(asked).toEqual([{ rewardId: 'eggs', seenPricePoints: 300, seenCashFen: 0 }])
  })

  it('tells how many points are missing, and asks nothing', async () => {
    const sent = await open({ balancePoints: 120 })
    await tap('还差 180 积分')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(sent.some(({ action }) => action === 'redeem')).toBe(false)
  })

  it('asks for points and money together, by WeChat’s sheet, and leads to the code', async () => {
    const sent = await open({ balancePoints: 500, rewards: [{ ...eggs, cashFen: 990 }] }, unpaid)
    expect(screen.getByText('+ ¥9.90')).toBeTruthy()
    await tap('立即兑换')
    expect(screen.getByText('¥9.90')).toBeTruthy()
    await tap('确认并付款')
    expect(phone.done.map(([name]) => name)).toContain('requestPayment')
    expect(sent.map(({ action }) => action)).toEqual(expect.arrayContaining(['start', 'show']))
    await tap('查看自提码')
    const url = '/mall/redemption/index?redemptionId=r1'
    expect(phone.done).toContainEqual(['navigateTo', { url }])
  })

  it('keeps it for her when she closes WeChat’s sheet', async () => {
    phone.paymentFault = { errMsg: 'requestPayment:fail cancel' }
    payment = { state: 'unpaid', refundedFen: 0 }
    await open({ balancePoints: 500, rewards: [{ ...eggs, cashFen: 990 }] }, unpaid)
    await tap('立即兑换')
    await tap('确认并付款')
    expect(screen.getByText('还没有付款')).toBeTruthy()
    expect(screen.getByText('为您留到 14:15')).toBeTruthy()
    phone.paymentFault = undefined
    payment = { state: 'paid', refundedFen: 0 }
    await tap('继续付款')
    expect(screen.getByText('付款成功')).toBeTruthy()
  })

  it('is pinned as her wish by one tap, and taken off by the next', async () => {
    let wishId: unknown = null
    const sent = await open({ balancePoints: 120, wishId })
    const answerBefore = phone.answer
    phone.answer = (feature, event) => {
      if (event.action !== 'pinWish') {
        const whole = { serverNow: 0, isMember: true, balancePoints: 120, wishId, rewards: [eggs] }
        return { ok: true, value: whole }
      }
      answerBefore?.(feature, event)
      wishId = (event.input as { rewardId: unknown }).rewardId
      return { ok: true, value: { rewardId: wishId } }
    }
    await tap('设为心愿，攒够了告诉我')
    await tap('已设为心愿，首页为您记着')
    expect(screen.getByText('设为心愿，攒够了告诉我')).toBeTruthy()
    const asked = sent.filter(({ action }) => action === 'pinWish').map(({ input }) => input)
    expect(asked).toEqual([{ rewardId: 'eggs' }, { rewardId: null }])
  })

  it('says why a wish was not pinned', async () => {
    await open({ balancePoints: 120, wishId: null })
    const message = '这件礼品已经下架了'
    phone.answer = () => ({ ok: false, code: 'REWARD_OFF_SHELF', message, requestId: 'r' })
    await tap('设为心愿，攒够了告诉我')
    expect(screen.getByText(message)).toBeTruthy()
  })

  it('leads a visitor to join', async () => {
    await open({ isMember: false, balancePoints: 0 })
    await tap('入会后兑换')
    expect(phone.done).toContainEqual(['navigateTo', { url: '/join/enrol/index' }])
  })

  it('says that a reward is no longer offered', async () => {
    phone.params = { rewardId: 'gone' }
    await open({})
    expect(screen.getByText('礼品已下架')).toBeTruthy()
  })
})

const eggs = {
  rewardId: 'eggs',
  title: '散养土鸡蛋',
  kind: 'goods',
  pricePoints: 300,
  cashFen: 0,
  worthFen: 2990,
  picture: '',
  description: '当天清早到店',
  leftCount: 5,
  totalCount: 20,
  limitPerMember: 2,
  redeemedCount: 0,
  saleFromOn: null,
  saleUntilOn: null,
  saleState: 'onSale',
}
const redeemed = {
  ok: true,
  value: {
    redemptionId: 'r1',
    rewardTitle: '散养土鸡蛋',
    pickupCode: '123456789012',
    expiresOn: '2026-12-31',
    balancePoints: 200,
  },
}
const closesAt = Date.parse('2026-12-01T06:15:00Z')
const unpaid = {
  ok: true,
  value: { ...redeemed.value, state: 'unpaid', pickupCode: '', cashFen: 990, payUntilAt: closesAt },
}
let payment: object = { state: 'paid', refundedFen: 0 }
const changed = {
  ...{ ok: false, code: 'REWARD_CHANGED', requestId: 'r' },
  message: '这件礼品刚刚有变动，请看过最新的再操作',
}
const refused = { ok: false, code: 'SOLD_OUT', message: '来晚一步，剩下的不够了', requestId: 'r' }

async function open(list: object, redeem: object = redeemed): Promise<CloudEvent[]> {
  const sent: CloudEvent[] = []
  const value = { serverNow: 0, isMember: true, balancePoints: 0, rewards: [eggs], ...list }
  phone.answer = (_feature, event) => {
    sent.push(event)
    if (event.action === 'start') return { ok: true, value: { amountFen: 990, closesAt, payment } }
    if (event.action === 'show') return { ok: true, value: payment }
    return event.action === 'redeem' ? redeem : { ok: true, value }
  }
  await act(async () => {
    render(<RewardPage />)
  })
  return sent
}

/** The sheet's title and its button may say the same: `place` tells which. */
async function tap(label: string, place = 0): Promise<void> {
  await act(async () => {
    const found = screen.getAllByText(label)[place]
    if (found) fireEvent.click(found)
  })
}
