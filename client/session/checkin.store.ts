import Taro from '@tarojs/taro'
import { createSubmission } from '../submission'
import { loadHome } from './home.store'

/** Today's check-in: the home tile and the check-in page send it, and show what came of it. */
export const checkInStore = createSubmission('checkin.checkIn')

/** Sends it at once, by a store's code of the day if there is one; true when it was booked. */
export async function checkInNow(storeCode?: string): Promise<boolean> {
  const { sending, open } = checkInStore.getState()
  if (sending) return false
  open(storeCode === undefined ? {} : { storeCode })
  await checkInStore.getState().send()
  if (!checkInStore.getState().answer) return false
  shake()
  await loadHome()
  return true
}

/** Where a phone cannot, or its owner switched it off, nothing is lost. */
function shake(): void {
  Promise.resolve(Taro.vibrateShort({ type: 'light' })).catch(() => {})
}
