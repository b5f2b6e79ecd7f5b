import type { ReactNode } from 'react'
import { Chips } from '../../parts/chips'
import { receiptDaysOf } from '../receipt-days'

interface ReceiptDaysProps {
  todayOn: string
  withinDays: number
  chosenOn: string
  onChoose(on: string): void
}

/** Which day the receipt is of: one tap. */
export function ReceiptDays(props: ReceiptDaysProps): ReactNode {
  const { todayOn, withinDays, chosenOn, onChoose } = props
  const days = receiptDaysOf(todayOn, withinDays)
  return (
    <Chips
      name="receipt-day"
      label="小票日期"
      chips={days.map(({ on, label }) => ({ value: on, label }))}
      chosen={[chosenOn]}
      onTap={onChoose}
    />
  )
}
