import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
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
  return (
    <View className="receipt-days" role="radiogroup" aria-label="小票日期">
      {receiptDaysOf(todayOn, withinDays).map(({ on, label }) => (
        <View
          key={on}
          className={`receipt-day ${on === chosenOn ? 'receipt-day-on' : ''}`}
          hoverClass="touched"
          role="radio"
          aria-checked={on === chosenOn}
          onClick={() => onChoose(on)}
        >
          {label}
        </View>
      ))}
    </View>
  )
}
