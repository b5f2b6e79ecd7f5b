/** What a member is called until she says so herself. */
const FIRST_NICKNAME = '惠邻会员'
const SHOWN_DIGITS = 4

/** One that staff can tell from another's: with the last figures of her number, `惠邻会员5678`. */
export function firstNicknameOf(memberNumber: string): string {
  return `${FIRST_NICKNAME}${memberNumber.slice(-SHOWN_DIGITS)}`
}

/** Has she not said yet what she is called? */
export function isFirstNickname(nickname: string): boolean {
  const digits = nickname.slice(FIRST_NICKNAME.length)
  return nickname.startsWith(FIRST_NICKNAME) && /^(?:\d{4})?$/.test(digits)
}
