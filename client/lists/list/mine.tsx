import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { inGroups, shortDay, yuanText } from '../../format'
import { BigButton } from '../../parts/button'
import { entryStateWords, isCollected, itemText, quantityText } from '../../parts/list-words'
import { Refused } from '../../parts/refused'
import { open, routes } from '../../routes'
import { useServerNow } from '../../session/use-server-now'
import { canCancel, canChange, canReport, mineWords, payWords } from '../entry-words'
import { type ListShown, type MyEntry, takeUpStore } from '../list.store'
import { askCancel, openOrder, takeUp } from '../order.store'
import { PayButton } from './entry-pay'
import './mine.scss'

interface MineProps {
  list: ListShown
  mine: MyEntry
}

const MINUTE_MS = 60_000

/** Her own entry, above all others: her number, what it comes to, and what she may do. */
export function Mine({ list, mine }: MineProps): ReactNode {
  const now = useServerNow(MINUTE_MS)
  const { entryNo, state, lines, remark, payableFen } = mine
  const word = entryStateWords[state]
  return (
    <View className={`card mine mine-${state}`}>
      <View className="mine-head">
        <View className="mine-no figures">我是第 {entryNo} 位</View>
        {word !== '' && <View className="mine-state">{word}</View>}
      </View>
      {lines.map((line) => (
        <MyLine key={line.itemId} line={line} />
      ))}
      {remark !== null && <View className="soft mine-remark">备注：{remark}</View>}
      <View className="mine-sum figures">
        <View className="soft">{payWords(mine, list)}</View>
        <View className="mine-payable">¥{yuanText(payableFen)}</View>
      </View>
      <View className="mine-words">{mineWords(mine, list, now)}</View>
      {mine.pickupCode !== null && !isCollected(lines) && <Code mine={mine} />}
      <Steps list={list} mine={mine} now={now} />
    </View>
  )
}

function MyLine({ line }: { line: MyEntry['lines'][number] }): ReactNode {
  const { quantity, unit, amountFen, gotQuantity, weighedGrams, collectedQuantity } = line
  const got = gotQuantity !== null && gotQuantity < quantity ? gotQuantity : null
  const notes = [
    ...(got === null ? [] : [got === 0 ? '没有分到' : `分到 ${quantityText(got, unit)}`]),
    ...(weighedGrams === null ? [] : [`实重 ${weighedGrams} 克`]),
    ...(collectedQuantity > 0 ? [`已取 ${quantityText(collectedQuantity, unit)}`] : []),
  ]
  return (
    <View className="mine-line figures">
      <View className="mine-line-words">
        <View>
          {itemText(line)} {quantityText(quantity, unit)}
        </View>
        {notes.length > 0 && <View className="soft">{notes.join(' · ')}</View>}
      </View>
      <View>¥{yuanText(amountFen)}</View>
    </View>
  )
}

function Code({ mine }: { mine: MyEntry }): ReactNode {
  const { pickupCode, pickupUntilOn } = mine
  return (
    <View
      className="mine-code"
      role="button"
      hoverClass="touched"
      onClick={() => open(routes.listPickups)}
    >
      <View className="mine-digits figures">{inGroups(pickupCode ?? '').join(' ')}</View>
      <View className="soft figures">
        {pickupUntilOn ? `留到 ${shortDay(pickupUntilOn)}，` : ''}点开看自提码和代取
      </View>
    </View>
  )
}

function Steps({ list, mine, now }: MineProps & { now: number }): ReactNode {
  const { sending, refused } = useStore(takeUpStore)
  const { entryId, state } = mine
  return (
    <>
      {state === 'held' && (
        <>
          <Refused className="take-up-refused" message={refused?.message} />
          <BigButton className="take-up" busy={sending} onTap={() => takeUp(entryId)}>
            接下这个名额
          </BigButton>
        </>
      )}
      {state === 'awaiting' && (
        <View className="mine-pay">
          <PayButton entryId={entryId} title={list.title} />
        </View>
      )}
      <View className="mine-steps">
        {canChange(mine, list, now) && (
          <Step name="mine-change" onTap={() => openOrder(list)}>
            修改
          </Step>
        )}
        {canCancel(mine, list, now) && (
          <Step name="mine-cancel" onTap={() => askCancel(entryId)}>
            取消接龙
          </Step>
        )}
        {canReport(mine) && (
          <Step name="mine-damage" onTap={() => open(routes.listDamage, { listId: list.listId })}>
            坏果包赔
          </Step>
        )}
      </View>
    </>
  )
}

interface StepProps {
  name: string
  onTap(): void
  children: string
}

function Step({ name, onTap, children }: StepProps): ReactNode {
  return (
    <View className={`mine-step ${name}`} role="button" hoverClass="touched" onClick={onTap}>
      {children}
    </View>
  )
}
