/**
 * A phone number is never stored: only its keyed hash, so that who reads the database cannot try
 * all eleven digits. The key is a variable of the functions' environment and of its own: unlike the
 * one behind member codes it must never change, or nobody is found by her phone any more.
 */
import { createHmac } from 'node:crypto'

/** 32 hex digits for the 11 digits of a mobile number. */
export function phoneHashOf(phone: string): string {
  return keyedHashOf(`phone/${phone}`)
}

/** For a text that holds phones: a plain hash of a short one would give its phone away. */
export function pageHashOf(text: string): string {
  return keyedHashOf(`page/${text}`)
}

function keyedHashOf(text: string): string {
  const secret = process.env.HUILIN_PHONE_SECRET ?? ''
  if (secret.length < 16) throw new Error('HUILIN_PHONE_SECRET is missing or too short')
  return createHmac('sha256', secret).update(text).digest('hex').slice(0, 32)
}
