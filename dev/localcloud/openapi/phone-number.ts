import { randomBytes } from 'node:crypto'
import { appId } from '../functions/invocation'
import type { OpenInterface } from './open-context'
import { WechatError } from './wechat-error'

/** The codes that a tap on the phone-number button hands to the page. */
export interface PhoneCodes {
  issue(request: { openid: string; phoneNumber: string; nowMs: number }): string
  /** The number behind a code, once and within five minutes. */
  redeem(code: string, openid: string | undefined, nowMs: number): PhoneTap | undefined
}

export interface PhoneTap {
  readonly openid: string
  readonly phoneNumber: string
  readonly at: number
}

const validMs = 5 * 60_000

/** The SDK prints no errno: the quota's number arrives as the error's code. */
const noQuota = 1_400_001

export function createPhoneCodes(): PhoneCodes {
  const issued = new Map<string, PhoneTap>()
  return {
    issue({ openid, phoneNumber, nowMs }) {
      for (const [code, { at }] of issued) {
        if (Math.abs(nowMs - at) > validMs) issued.delete(code)
      }
      const code = randomBytes(32).toString('hex')
      issued.set(code, { openid, phoneNumber, at: nowMs })
      return code
    },
    redeem(code, openid, nowMs) {
      const tap = issued.get(code)
      const ageMs = nowMs - (tap?.at ?? 0)
      if (tap === undefined || ageMs < 0 || ageMs > validMs) return undefined
      if (openid !== undefined && openid !== tap.openid) return undefined
      issued.delete(code)
      return tap
    },
  }
}

/**
 * `phonenumber.getPhoneNumber`: a code from a tap for a number, 1,000 times on trial.
 * Source: the reference of `getPhoneNumber`; quota and errno: guide of the phone-number button.
 */
export const getPhoneNumber: OpenInterface = async (context, { code, openid }) => {
  const { used, declarations, phoneCodes, nowMs } = context
  const usedCount = used.get('phoneNumbers')
  if (usedCount >= declarations.read().phoneNumbersCount) {
    throw new WechatError(noQuota, 'phone number quota exhausted')
  }
  const owner = typeof openid === 'string' && openid !== '' ? openid : undefined
  const tap = typeof code === 'string' ? phoneCodes.redeem(code, owner, nowMs) : undefined
  if (tap === undefined) throw new WechatError(40029, 'invalid code')
  await used.set('phoneNumbers', usedCount + 1)
  const watermark = { timestamp: Math.floor(tap.at / 1000), appid: appId }
  return {
    json: {
      errcode: 0,
      errmsg: 'ok',
      phone_info: {
        phoneNumber: tap.phoneNumber,
        purePhoneNumber: tap.phoneNumber,
        countryCode: '86',
        watermark,
      },
    },
  }
}
