import { seenLetters, seenText } from '../seen-letters'
import { type Reading, readAs, unread } from './reading'

/** A letter may be of many signs; so many on the average are more than any family has. */
const MOST_SIGNS_OF_LETTER = 16

/**
 * What somebody is called, as others see it: hidden letters are left out, an emoji is one letter.
 * Refuses `blank` where nothing is seen, and `nameLength` beyond so many letters.
 */
export function readName(typed: string, mostLetters: number): Reading<string> {
  // What is far too long is not looked at letter by letter.
  if (typed.length > 2 * mostLetters * MOST_SIGNS_OF_LETTER) return unread('nameLength')
  const name = seenText(typed)
  const letters = seenLetters(name)
  if (!letters.some((letter) => /[^\p{M}\p{Z}]/u.test(letter))) return unread('blank')
  const isLong = letters.length > mostLetters || name.length > mostLetters * MOST_SIGNS_OF_LETTER
  return isLong ? unread('nameLength') : readAs(name)
}
