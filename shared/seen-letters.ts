/**
 * Letters as people count them: an emoji of a family is one, whatever it is made of; what nobody
 * sees (marks of direction, fillers, joiners between plain letters) is none.
 */

/** A flag of two letters, or one letter with its marks and what joiners hang to it. */
const letter = /\p{RI}{2}|[^\p{M}](?:\p{M}|\p{EMod}|[\u{E0020}-\u{E007F}]|\u200D\p{ExtPict})*/gu
/** Controls, surrogates left alone, private signs, and all that a screen shows as nothing. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{DI}\u2800]/gu
/** What belongs to an emoji: its variant, its skin, the letters of a flag, its joiner. */
const ofEmoji = /\p{ExtPict}(?:\uFE0F|\p{EMod}|[\u{E0020}-\u{E007F}])*(?:\u200D(?=\p{ExtPict}))?/gu
const blanks = /[\p{Z}\t\n\r\v\f\u0085]+/gu

/** The letters of a text, each as one string. */
export function seenLetters(text: string): readonly string[] {
  return text.match(letter) ?? []
}

/** Without what nobody sees, blanks single and none at the ends; emoji stay whole. */
export function seenText(text: string): string {
  const single = text.replace(blanks, ' ')
  let seen = ''
  let at = 0
  for (const found of single.matchAll(ofEmoji)) {
    seen += single.slice(at, found.index).replace(unseen, '') + found[0]
    at = found.index + found[0].length
  }
  return (seen + single.slice(at).replace(unseen, '')).trim()
}
