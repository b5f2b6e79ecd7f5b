import { isFirstNickname } from './first-nickname'
import { seenLetters } from './seen-letters'

/**
 * What staff see of a member: the first letter, never the whole name. One that nobody chose hides
 * nothing, and tells her from the others who have none yet.
 */
export function maskName(nickname: string): string {
  if (isFirstNickname(nickname)) return nickname
  const letters = seenLetters(nickname)
  const stars = Math.min(Math.max(letters.length - 1, 1), 2)
  return `${letters[0] ?? ''}${'*'.repeat(stars)}`
}

/** What staff see of a mobile number: `138****5678`. */
export function maskPhone(phone: string): string {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`
}
