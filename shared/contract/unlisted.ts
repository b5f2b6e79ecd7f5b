import * as v from 'valibot'

/** Stands before an object's own schema: a list is no object here, whatever the language says. */
export const unlisted = unlistedAs<object>()

/** The same where a phone is to know what to send: what stands first in a pipe says so. */
export function unlistedAs<T extends object>() {
  return v.custom<T>(
    (input) => typeof input === 'object' && input !== null && !Array.isArray(input),
  )
}
