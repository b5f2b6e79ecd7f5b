import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { yuanText } from '../../format'
import { typedOf } from '../../parts/amount'
import { FieldBox } from '../../parts/field'
import { fits, type Opened, type RefundChoice } from '../refund-wish'

interface PartsProps {
  purchase: Opened
  choice: RefundChoice
  choose(change: Partial<RefundChoice>): void
}

/** The lines of the purchase; a tap takes what is left of one, and the amount can be changed. */
export function Parts({ purchase, choice, choose }: PartsProps): ReactNode {
  const { lines, freightLeftFen } = purchase
  return (
    <View className="refund-parts">
      {lines.map((line) => (
        <Part key={line.lineNo} line={line} choice={choice} choose={choose} />
      ))}
      {freightLeftFen > 0 && (
        <View
          className={`refund-part refund-freight ${choice.withFreight ? 'refund-ticked' : ''}`}
          role="checkbox"
          aria-checked={choice.withFreight}
          hoverClass="touched"
          onClick={() => choose({ withFreight: !choice.withFreight })}
        >
          <View className="refund-tick">{choice.withFreight ? '✓' : ''}</View>
          <View className="refund-part-title">运费</View>
          <View className="figures">¥{yuanText(freightLeftFen)}</View>
        </View>
      )}
    </View>
  )
}

interface PartProps {
  line: Opened['lines'][number]
  choice: RefundChoice
  choose(change: Partial<RefundChoice>): void
}

function Part({ line, choice, choose }: PartProps): ReactNode {
  const { lineNo, title, leftFen, isExcluded } = line
  const { typed } = choice
  const isChosen = typed[lineNo] !== undefined
  const isOver = isChosen && !fits(line, typed)
  if (leftFen === 0) {
    return (
      <View className="refund-part refund-gone">
        <View className="refund-tick" />
        <View className="refund-part-title">{title}</View>
        <View className="soft">已退完</View>
      </View>
    )
  }
  const { [lineNo]: _gone, ...others } = typed
  const toggled = isChosen ? others : { ...typed, [lineNo]: typedOf(leftFen) }
  return (
    <View className={`refund-part ${isChosen ? 'refund-ticked' : ''}`}>
      <View
        className="refund-part-choose"
        role="checkbox"
        aria-checked={isChosen}
        aria-label={title}
        hoverClass="touched"
        onClick={() => choose({ typed: toggled })}
      >
        <View className="refund-tick">{isChosen ? '✓' : ''}</View>
        <View className="refund-part-title">
          <View className="refund-part-name">{title}</View>
          <View className={isOver ? 'refund-over figures' : 'soft figures'}>
            {isOver ? '最多' : '剩'} ¥{yuanText(leftFen)}
            {isExcluded ? ' · 不积分' : ''}
          </View>
        </View>
      </View>
      {isChosen && (
        <FieldBox
          className="refund-amount"
          label={`${title}退多少元`}
          reads="money"
          value={typed[lineNo] ?? ''}
          placeholder="多少元"
          onChange={(amount) => choose({ typed: { ...typed, [lineNo]: amount } })}
        />
      )}
    </View>
  )
}
