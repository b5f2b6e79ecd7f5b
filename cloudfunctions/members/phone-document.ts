/** A verified phone: named by its keyed hash, with the number sealed beside it. */
import type { Stored } from '../runtime/database'
import { phoneHashOf } from '../runtime/phone-hash'
import { type Sealed, seal, unseal } from '../runtime/sealed'

export interface PhoneDocument {
  readonly memberId: string
  readonly boundAt: number
  readonly phone: Sealed
}

export type Phone = Stored<PhoneDocument>

/** The document of a number that she has just proved. */
export function phoneDocumentOf(
  phone: string,
  owner: Pick<PhoneDocument, 'memberId' | 'boundAt'>,
): Phone {
  const _id = phoneHashOf(phone)
  return { _id, ...owner, phone: sealedPhone(_id, phone) }
}

/** The eleven digits. */
export function phoneNumberOf({ _id, phone }: Pick<Phone, '_id' | 'phone'>): string {
  return unseal(phone, placeOf(_id))
}

export function sealedPhone(phoneHash: string, phone: string): Sealed {
  return seal(phone, placeOf(phoneHash))
}

function placeOf(phoneHash: string): string {
  return `member_phones/${phoneHash}/phone`
}
