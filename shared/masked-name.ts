/** What staff see of a member: the first character, never the whole name. */
export function maskName(nickname: string): string {
  const characters = Array.from(nickname)
  const stars = Math.min(Math.max(characters.length - 1, 1), 2)
  return `${characters[0] ?? ''}${'*'.repeat(stars)}`
}

/** What staff see of a mobile number: `138****5678`. */
export function maskPhone(phone: string): string {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`
}
