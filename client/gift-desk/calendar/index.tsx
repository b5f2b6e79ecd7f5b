import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { type ReactNode, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { Notice, PageState } from '../../page-state'
import { Bone } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { Chips } from '../../parts/chips'
import { MonthTurn } from '../../parts/month-turn'
import { open, routes } from '../../routes'
import { ForManagers } from '../../session/for-managers'
import { loadCoupons, loadRules, rulesStore } from '../gift-rules.store'
import { rehearsalStore } from '../rehearsal.store'
import { isInReach, type SpanChoice, spanChips, spanOf } from '../rehearsal-span'
import { firstOf, grantCountOf } from '../rehearsal-words'
import { DayGifts } from './day-gifts'
import { DayGrid } from './day-grid'
import './index.scss'
import { Totals } from './totals'

/** Who will get what, before anybody does: the rules in force over the days ahead. */
export default function GiftCalendarPage(): ReactNode {
  const rules = useStore(rulesStore)
  useDidShow(() => {
    loadRules()
    loadCoupons()
  })
  const { data, loading, trouble } = rules
  return (
    <ForManagers className="gift-calendar" skeleton={<Bone shape="code" />}>
      {() => (
        <PageState
          shown={{ data, loading, trouble }}
          skeleton={<CalendarBones />}
          onRetry={loadRules}
        >
          {({ todayOn }) => <Calendar todayOn={todayOn} />}
        </PageState>
      )}
    </ForManagers>
  )
}

function Calendar({ todayOn }: { todayOn: string }): ReactNode {
  const [choice, setChoice] = useState<SpanChoice>('14')
  const [month, setMonth] = useState(todayOn.slice(0, 7))
  const { fromOn, days } = spanOf(choice, todayOn, month)
  const load = () => rehearsalStore.getState().load({ fromOn, days })
  useEffect(() => {
    rehearsalStore.getState().load({ fromOn, days })
  }, [fromOn, days])
  usePullDownRefresh(() => {
    load().then(() => Taro.stopPullDownRefresh())
  })
  return (
    <>
      <View className="gift-calendar-note">只是排演：不会真的送，也不写任何数据</View>
      <Chips<SpanChoice>
        name="gift-span"
        label="看多久"
        chips={spanChips}
        chosen={[choice]}
        onTap={setChoice}
      />
      {choice === 'month' && (
        <MonthTurn
          month={month}
          isInReach={(other) => isInReach(other, todayOn)}
          onTurn={setMonth}
        />
      )}
      <Rehearsed key={`${fromOn}:${days}`} fromOn={fromOn} onRetry={load} />
    </>
  )
}

function Rehearsed({ fromOn, onRetry }: { fromOn: string; onRetry(): void }): ReactNode {
  const { head, rows, nextCursor, loading, trouble } = useStore(rehearsalStore)
  const [chosenOn, setChosenOn] = useState<string | null>(null)
  // Until the answer for these days is there, the ones of before are not shown as theirs.
  const isTheirs = head !== null && head.days[0]?.on === fromOn && !(loading && rows.length === 0)
  return (
    <PageState
      shown={{ data: isTheirs ? head : null, loading, trouble }}
      skeleton={<CalendarBones />}
      onRetry={onRetry}
    >
      {(rehearsal) => {
        const on = chosenOn ?? firstOf(rehearsal, rows)
        const isEmpty = grantCountOf(rehearsal) === 0 && rows.length === 0 && nextCursor === null
        return (
          <>
            <Totals rehearsal={rehearsal} grants={rows} isWhole={nextCursor === null} />
            <DayGrid days={rehearsal.days} grants={rows} chosenOn={on} onChoose={setChosenOn} />
            {isEmpty ? <NothingAhead /> : on && <DayGifts on={on} />}
          </>
        )
      }}
    </PageState>
  )
}

function NothingAhead(): ReactNode {
  return (
    <Notice
      icon="gift"
      title="这些天没有要送的礼"
      text="日子到了才送的规则会出现在这里；消费时送的礼看不到以后"
    >
      <BigButton className="gift-to-rules" tone="quiet" onTap={() => open(routes.giftRules)}>
        去看送礼规则
      </BigButton>
    </Notice>
  )
}

function CalendarBones(): ReactNode {
  return (
    <>
      <Bone shape="card" />
      <Bone shape="code" />
    </>
  )
}
