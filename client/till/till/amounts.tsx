import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { typedText, yuanText } from '../../format'
import { routes } from '../../routes'
import { openAtDesk } from '../../session/desk-pages'
import { tillStore } from '../../session/till.store'
import { billFenOf, hasLines, linesOf } from '../../session/typed-bill'

/** What the bill comes to: typed on the keys as one sum, or the sum of its lines. */
export function Amounts(): ReactNode {
  const { typed, field, change } = useStore(tillStore)
  if (hasLines(typed)) {
    const billFen = billFenOf(typed)
    return (
      <View className="amounts">
        <AmountHead label={`${linesOf(typed).length} 行合计`} />
        <View className="amount amount-on" role="button" onClick={openBill}>
          <Figure name="settle-amount" text={billFen === null ? '' : yuanText(billFen)} />
        </View>
      </View>
    )
  }
  const onExcluded = field === 'excluded'
  return (
    <View className="amounts">
      <AmountHead label="消费金额" />
      <View
        className={`amount ${onExcluded ? '' : 'amount-on'}`}
        role="button"
        onClick={() => change({ field: 'bill' })}
      >
        <Figure name="settle-amount" text={typed.bill} isTyped={!onExcluded} />
      </View>
      {(onExcluded || typed.excluded !== '') && (
        <View
          className={`amount amount-small ${onExcluded ? 'amount-on' : ''}`}
          role="button"
          onClick={() => change({ field: 'excluded' })}
        >
          <View className="amount-label">其中不计积分</View>
          <Figure name="settle-excluded" text={typed.excluded} isTyped={onExcluded} />
        </View>
      )}
    </View>
  )
}

/** Beside the label, out of the way of whoever types one sum: the way to freight and lines. */
function AmountHead({ label }: { label: string }): ReactNode {
  return (
    <View className="amount-head">
      <View className="amount-label">{label}</View>
      <View className="amount-more" hoverClass="touched" role="button" onClick={openBill}>
        逐项录入 · 运费
      </View>
    </View>
  )
}

interface FigureProps {
  name: string
  text: string
  /** The keys write here. */
  isTyped?: boolean
}

function Figure({ name, text, isTyped = false }: FigureProps): ReactNode {
  return (
    <View className="amount-typed figures">
      <Text className="amount-yuan">¥</Text>
      <Text className={`${name} ${text === '' ? 'amount-blank' : ''}`}>
        {typedText(text) || '0.00'}
      </Text>
      {isTyped && <View className="amount-caret" />}
    </View>
  )
}

/** The lines as they were typed, where the keys would be: a tap leads back to them. */
export function Lines(): ReactNode {
  const { typed } = useStore(tillStore)
  if (!hasLines(typed)) return null
  return (
    <View className="card till-lines" hoverClass="touched" role="button" onClick={openBill}>
      {linesOf(typed).map(({ title, amountFen, isExcluded }, position) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place alone.
        <View key={position} className="till-line figures">
          <View className="till-line-title">
            {title}
            {isExcluded && <Text className="till-line-excluded"> 不计积分</Text>}
          </View>
          <View className="till-line-amount">¥{yuanText(amountFen)}</View>
        </View>
      ))}
    </View>
  )
}

function openBill(): void {
  openAtDesk(routes.bill)
}
