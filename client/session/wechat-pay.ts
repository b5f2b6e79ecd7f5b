import Taro from '@tarojs/taro'
import { createStore } from 'zustand/vanilla'
import type { OutputAt } from '../api'
import { phone } from '../launch'

export type PaymentParameters = OutputAt<'payments.start'>['payment']

/** What WeChat's sheet says when it closes: news of the sheet; what was paid the server knows. */
export type Tapped = 'paid' | 'cancelled' | 'failed'

/** What stands on the sheet that is shown in a browser; WeChat knows it by itself. */
export interface SheetWords {
  readonly title: string
  readonly amountFen: number
}

/**
 * Shows WeChat's own sheet, in a tap. Chosen between two whole functions, so that the bundle for
 * WeChat holds no gateway code.
 */
export const payByWechat: (payment: PaymentParameters, words: SheetWords) => Promise<Tapped> =
  process.env.TARO_ENV === 'h5' ? viaStandIn : viaWechat

async function viaWechat(payment: PaymentParameters): Promise<Tapped> {
  const { timeStamp, nonceStr, package: packed, paySign } = payment
  const signType = payment.signType === 'RSA' ? 'RSA' : 'MD5'
  try {
    await Taro.requestPayment({ timeStamp, nonceStr, package: packed, signType, paySign })
    return 'paid'
  } catch (fault) {
    const { errMsg = '' } = { ...Object(fault) }
    return String(errMsg).includes('cancel') ? 'cancelled' : 'failed'
  }
}

/** How she pays on the sheet that stands for WeChat's: what then happens to its notice. */
export type PayWay = 'atOnce' | 'noticeLater' | 'noticeLost'

/** The sheet that stands for WeChat's in a browser; null while it is closed. */
export interface PaySheet extends SheetWords {
  /** Pays; the sentence of WeChat where it would not. */
  pay(way: PayWay): Promise<string | null>
  /** It closes, and the page hears so. */
  close(tapped: Tapped): void
}

export const paySheetStore = createStore<{ sheet: PaySheet | null }>(() => ({ sheet: null }))

const noticeOf: Readonly<Record<PayWay, Record<string, string>>> = {
  atOnce: {},
  noticeLater: { 'x-notice': 'late:180000' },
  noticeLost: { 'x-notice': 'lost' },
}

async function viaStandIn(payment: PaymentParameters, words: SheetWords): Promise<Tapped> {
  const tapped = await new Promise<Tapped>((close) => {
    const sheet = { ...words, pay: (way: PayWay) => tellLocalCloud(payment, way), close }
    paySheetStore.setState({ sheet })
  })
  paySheetStore.setState({ sheet: null })
  return tapped
}

/** The local cloud is WeChat's side: it takes the money, or says why not. */
async function tellLocalCloud(payment: PaymentParameters, way: PayWay): Promise<string | null> {
  const answer = await fetch(`${window.location.origin}/phone/pay`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-openid': phone, ...noticeOf[way] },
    body: JSON.stringify(payment),
  }).catch(() => null)
  if (answer?.ok) return null
  const said: unknown = await answer?.json().catch(() => null)
  const { errMsg } = { errMsg: '', ...Object(said) }
  return String(errMsg).replace('requestPayment:fail ', '') || '网络不太顺畅，请重试'
}
