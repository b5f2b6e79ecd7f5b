import * as v from 'valibot'

/** No hidden characters but the joiner that many an emoji in a nickname is made with. */
const printable = /^(?=.*[^\p{C}\s])(?:[^\p{C}]|\u200d)*$/u

/** What somebody types: at most so many letters, one that is seen at least. */
export const text = (maxLength: number) =>
  v.pipe(v.string(), v.maxLength(maxLength), v.regex(printable), v.trim(), v.minLength(1))

/** Printable like every text, in lines. */
export const linesOfText = (maxLength: number) =>
  v.pipe(
    v.string(),
    v.maxLength(maxLength),
    v.regex(/^(?=[\s\S]*[^\p{C}\s])(?:[^\p{C}]|[\u200d\n])*$/u),
    v.trim(),
    v.minLength(1),
  )
