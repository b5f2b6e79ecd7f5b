import { formatYuan } from '../yuan'

/** What a member had paid and gets back. */
export interface GivenBack {
  readonly backFen: number
  /** It was paid by WeChat, and goes back there; else in person. */
  readonly isOnline: boolean
}

/** Only WeChat gives back by itself. */
export function backText({ backFen, isOnline }: GivenBack): string {
  const yuan = formatYuan(backFen)
  return isOnline ? `已退款 ${yuan}` : `${yuan} 请向店里或团长取回`
}
