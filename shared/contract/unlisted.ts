import * as v from 'valibot'

/** Stands before an object's own schema: a list is no object here, whatever the language says. */
export const unlisted = v.custom<object>(
  (input) => typeof input === 'object' && input !== null && !Array.isArray(input),
)
