import { yuanText } from '../format'
import type { PaymentFlag } from './flags.store'

export interface FlagWords {
  title: string
  /** What happened, and what is to be done about it. */
  text: string
}

/** What a flag means to a manager: what was seen, what the shop did, where to look. */
export function wordsOf({ reason, orderedFen, saidFen, words }: PaymentFlag): FlagWords {
  const ordered = orderedFen === null ? '' : `应付 ¥${yuanText(orderedFen)}`
  const said = saidFen === null ? '' : `¥${yuanText(saidFen)}`
  switch (reason) {
    case 'wrongAmount':
      return {
        title: '金额对不上',
        text: `${ordered}，微信收到 ${said}，没有入账。请到微信商户平台查这笔，并退给会员`,
      }
    case 'wrongPayer':
      return {
        title: '付款人对不上',
        text: `${said} 不是下单的人付的，没有入账。请到微信商户平台查这笔，并退给付款人`,
      }
    case 'unknownOrder':
      return {
        title: '不认识的付款通知',
        text: `有一条 ${said} 的通知，店里没有这笔单，没有入账。多半是别处的单，请核对商户号`,
      }
    case 'noticeDiffers':
      return {
        title: '通知和订单不一样',
        text: `${ordered}，通知里是 ${said}，没有按通知入账，已改为直接向微信查询`,
      }
    case 'refundRefused':
      return {
        title: '退款没有成功',
        text: `要退 ${said}，微信没有受理${words === null ? '' : `：${words}`}。会自动再试，请先看商户账户余额`,
      }
  }
}
