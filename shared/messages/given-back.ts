import { formatYuan } from '../yuan'

/** What a member had paid and gets back. */
export interface GivenBack {
  readonly backFen: number
  /** What of it was paid by WeChat, and goes back there; the rest in person. */
  readonly onlineFen: number
}

/** Only WeChat gives back by itself. */
export function backText({ backFen, onlineFen }: GivenBack): string {
  const inPerson = `${formatYuan(backFen - onlineFen)} 请向店里或团长取回`
  if (onlineFen === 0) return inPerson
  const online = `已退款 ${formatYuan(onlineFen)}`
  return onlineFen === backFen ? online : `${online}，另有 ${inPerson}`
}
