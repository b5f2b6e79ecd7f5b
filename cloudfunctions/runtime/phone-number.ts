/** The number behind a tap on WeChat's phone-number button. */
import { readPhone } from '../../shared/reading/phone'
import { accept, type Outcome, refuse } from '../../shared/refusal'
import { openInterfaces } from './database'

interface PhoneInterfaces {
  phonenumber: {
    getPhoneNumber(options: { code: string }): Promise<{
      phoneInfo: { purePhoneNumber: string; countryCode: string }
    }>
  }
}

/** A code that was used, is too old or another phone's; the platform's documented number. */
const INVALID_CODE = 40029

/**
 * Redeems a code, which works once and costs the shop some fen. Refuses PHONE_CODE_INVALID, and
 * PHONE_UNAVAILABLE without quota (1400001), for a foreign number, and for whatever else goes
 * wrong there: the page then shows the way by the desk.
 */
export async function phoneNumberBehind(code: string): Promise<Outcome<string>> {
  // Parse edge: the SDK types its open interfaces as anything; this is the reference's answer.
  const { phonenumber } = openInterfaces as PhoneInterfaces
  try {
    const { phoneInfo } = await phonenumber.getPhoneNumber({ code })
    const phone = readPhone(phoneInfo.purePhoneNumber)
    const isOurs = phoneInfo.countryCode === '86' && phone.ok
    return isOurs ? accept(phone.value) : refuse('PHONE_UNAVAILABLE')
  } catch (fault) {
    const isInvalid = errCodeOf(fault) === INVALID_CODE
    return refuse(isInvalid ? 'PHONE_CODE_INVALID' : 'PHONE_UNAVAILABLE')
  }
}

function errCodeOf(fault: unknown): unknown {
  return typeof fault === 'object' && fault !== null && 'errCode' in fault ? fault.errCode : null
}
