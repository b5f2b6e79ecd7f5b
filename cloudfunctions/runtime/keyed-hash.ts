/**
 * What must be found but not read: a keyed hash stands for it, so that who reads the database
 * cannot try all numbers or all days of the year. The key is a variable of the functions'
 * environment and of its own: unlike the one behind member codes it must never change, or nobody is
 * found any more.
 */
import { createHmac } from 'node:crypto'

/** 32 hex digits for a text that begins with what it is: `phone/…`. */
export function keyedHashOf(text: string): string {
  const secret = process.env.HUILIN_PHONE_SECRET ?? ''
  if (secret.length < 16) throw new Error('HUILIN_PHONE_SECRET is missing or too short')
  return createHmac('sha256', secret).update(text).digest('hex').slice(0, 32)
}
