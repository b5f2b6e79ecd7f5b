import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { yuanText } from '../../format'
import { type AmountKey, amountKeys } from '../../parts/amount'
import { Icon } from '../../parts/icon'
import { billInputOf, tillStore } from '../../session/till.store'
import { hasLines, troubleOf } from '../../session/typed-bill'
import { payableFenOf } from '../coupon-choice'
import './keypad.scss'

/**
 * Big keys for a thumb, and the one confirmation where the thumb already is. A bill that was typed
 * line by line needs no keys.
 */
export function Keypad(): ReactNode {
  const isByLines = useStore(tillStore, ({ typed }) => hasLines(typed))
  if (isByLines) {
    return (
      <View className="keypad keypad-confirm-alone">
        <Confirm />
      </View>
    )
  }
  return (
    <View className="keypad">
      <View className="keypad-digits">
        {amountKeys.map((key) => (
          <Key key={key} amountKey={key} />
        ))}
      </View>
      <Confirm />
    </View>
  )
}

const keyNames = { back: '删除', '.': '小数点' } as const

function Key({ amountKey }: { amountKey: AmountKey }): ReactNode {
  const name = amountKey === '.' ? 'point' : amountKey
  return (
    <View
      className={`keypad-key keypad-${name}`}
      hoverClass="keypad-touched"
      role="button"
      aria-label={amountKey === 'back' || amountKey === '.' ? keyNames[amountKey] : amountKey}
      onClick={() => tillStore.getState().press(amountKey)}
    >
      {amountKey === 'back' ? <Icon name="backspace" /> : amountKey}
    </View>
  )
}

function Confirm(): ReactNode {
  const till = useStore(tillStore)
  const input = billInputOf(till)
  const payableFen = payableFenOf(till)
  const isAsking = till.proposal?.state === 'waiting'
  const ready =
    !isAsking &&
    input !== null &&
    troubleOf(till.typed, till.scanned?.capFen ?? null) === null &&
    !till.sending
  return (
    <View
      className={`keypad-confirm settle-confirm ${ready ? '' : 'keypad-confirm-off'}`}
      hoverClass={ready ? 'touched' : 'none'}
      role="button"
      aria-disabled={!ready}
      onClick={() => {
        if (ready) till.settle()
      }}
    >
      <View className="keypad-confirm-label">
        {till.sending ? '记账中' : isAsking ? '等会员确认' : '收款'}
      </View>
      {payableFen !== null && !till.sending && (
        <View className="keypad-confirm-sum figures">¥{yuanText(payableFen)}</View>
      )}
    </View>
  )
}
