/** A phone number is found by its keyed hash; what can be read of it lies sealed beside that. */
import { keyedHashOf } from './keyed-hash'

/** 32 hex digits for the 11 digits of a mobile number. */
export function phoneHashOf(phone: string): string {
  return keyedHashOf(`phone/${phone}`)
}

/** For a text that holds phones: a plain hash of a short one would give its phone away. */
export function pageHashOf(text: string): string {
  return keyedHashOf(`page/${text}`)
}
