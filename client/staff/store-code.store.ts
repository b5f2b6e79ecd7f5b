import { createReading } from '../reading'
import { storeInput } from '../session/serving.store'

/** Not kept on the phone: tomorrow it is another one. */
export const storeCodeStore = createReading('checkin.storeCode')

export function loadStoreCode(): Promise<void> {
  return storeCodeStore.getState().load(storeInput())
}
