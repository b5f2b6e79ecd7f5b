import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { countText, yuanText } from '../../format'
import { stepRowsOf } from '../../parts/bill-steps'
import { tillStore } from '../../session/till.store'
import { capText, freightFenOf, troubleOf } from '../../session/typed-bill'
import { payableFenOf } from '../coupon-choice'
import './summary.scss'

/** What is paid, as large as it is said, and what it earns; or why it cannot be booked so. */
export function Summary({ onSteps }: { onSteps(): void }): ReactNode {
  const till = useStore(tillStore)
  const { quoteTrouble, scanned } = till
  const capFen = scanned?.capFen ?? null
  const trouble = troubleOf(till.typed, capFen)
  if (trouble !== null) return <View className="till-summary till-trouble">{trouble}</View>
  if (quoteTrouble && quoteTrouble.code !== 'OFFLINE') {
    return (
      <View className="till-summary till-trouble" role="alert">
        {quoteTrouble.message}
      </View>
    )
  }
  const payableFen = payableFenOf(till)
  return (
    <View className="till-summary figures">
      <Payable payableFen={payableFen ?? 0} onSteps={onSteps} />
      {payableFen === null ? (
        <View className="soft">
          {capFen === null ? '输入金额，应收和积分随即算好' : capText(capFen)}
        </View>
      ) : (
        <>
          <Points />
          <Beside />
        </>
      )}
    </View>
  )
}

interface PayableProps {
  payableFen: number
  onSteps(): void
}

/** A tap shows how it was reckoned, where there is more to it than the goods. */
function Payable({ payableFen, onSteps }: PayableProps): ReactNode {
  const { typed, quote, quoting } = useStore(tillStore)
  const freightFen = freightFenOf(typed)
  const hasSteps = quote !== null && !quoting && stepRowsOf(quote.steps).length > 0
  return (
    <View
      className={`till-due ${payableFen === 0 ? 'till-due-blank' : ''}`}
      {...(hasSteps ? { role: 'button', hoverClass: 'touched', onClick: onSteps } : {})}
    >
      <Text className="till-due-word">应收</Text>
      <Text className="till-payable">¥{yuanText(payableFen)}</Text>
      {hasSteps && <Text className="till-steps">明细</Text>}
      {!hasSteps && freightFen > 0 && (
        <Text className="till-freight">含运费 ¥{yuanText(freightFen)}</Text>
      )}
    </View>
  )
}

/** What else the purchase would do, in the words of the success sheet. */
function Beside(): ReactNode {
  const { quote, quoting } = useStore(tillStore)
  if (quote === null || quoting) return null
  return quote.bookedWith.map(({ label, value }) => (
    <Text key={label} className="till-beside">
      {label}：{value}
    </Text>
  ))
}

function Points(): ReactNode {
  const { quote, quoting, quoteTrouble } = useStore(tillStore)
  const known = quote !== null && !quoting
  const waiting = quoteTrouble ? '网络不通，可先记下' : '正在计算积分…'
  return (
    <Text className={`till-points ${known ? '' : 'till-points-waiting'}`}>
      {known ? `得 ${countText(quote.earnPoints)} 积分` : waiting}
    </Text>
  )
}
