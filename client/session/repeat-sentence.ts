import { momentText, yuanText } from '../format'
import type { Refused } from '../submission'

/** Which booked purchase a bill may be, and the question: the person at the counter answers. */
export function repeatSentence({
  code,
  message,
  detail,
}: Pick<Refused, 'code' | 'message' | 'detail'>): string {
  const { settledAt, billFen } = detail
  if (typeof settledAt !== 'number' || typeof billFen !== 'number') return message
  const moment = momentText(settledAt)
  const sum = `¥${yuanText(billFen)}`
  return code === 'RECEIPT_REPEAT'
    ? `${moment} 记过一笔 ${sum}，可能就是这一笔，请核对小票。这是同一笔吗？`
    : `${moment.slice(11)} 刚记过一笔 ${sum}，这是同一笔吗？`
}
