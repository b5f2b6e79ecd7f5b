import * as v from 'valibot'
import { readName } from '../reading/name'

/** No hidden characters but the joiner that many an emoji in a nickname is made with. */
const printable = /^(?=.*[^\p{C}\s])(?:[^\p{C}]|\u200d)*$/u

/** What somebody types: at most so many letters, one that is seen at least. */
export const text = (maxLength: number) =>
  v.pipe(v.string(), v.maxLength(maxLength), v.regex(printable), v.trim(), v.minLength(1))

/** As others see it: what is hidden in it is left out, and an emoji counts as one letter. */
export const seenName = (maxLetters: number) =>
  v.pipe(
    v.string(),
    v.transform((typed) => {
      const read = readName(typed, maxLetters)
      return read.ok ? read.value : ''
    }),
    v.minLength(1),
  )

/** Printable like every text, in lines. */
export const linesOfText = (maxLength: number) =>
  v.pipe(
    v.string(),
    v.maxLength(maxLength),
    v.regex(/^(?=[\s\S]*[^\p{C}\s])(?:[^\p{C}]|[\u200d\n])*$/u),
    v.trim(),
    v.minLength(1),
  )
