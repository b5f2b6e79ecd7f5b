import type { Since } from '@shared/points/compared-dates'
import Taro, { useLoad, usePullDownRefresh } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { PageState } from '../../page-state'
import { Bone } from '../../parts/bone'
import { ListEnd } from '../../parts/list-end'
import { Page } from '../../parts/page'
import { Segments } from '../../parts/segments'
import { type BalanceChange, type ComparedDates, changeStore } from '../points.store'
import { ChangePart } from './change-part'
import { DateChoice } from './date-choice'
import './index.scss'

const choices = [
  { value: 'week', label: '和一周前比' },
  { value: 'month', label: '和上月比' },
  { value: 'chosen', label: '自选日期' },
] as const

type Choice = Since | 'chosen'

/** "Why are there fewer?": two dates, the difference, and every cause with its number. */
export default function ChangePage(): ReactNode {
  const [since, setSince] = useState<Choice>('month')
  const [dates, setDates] = useState<ComparedDates>({ since: 'month' })
  const { head, loading, trouble, load } = useStore(changeStore)
  const compare = (wanted: ComparedDates) => {
    setDates(wanted)
    load(wanted)
  }
  const choose = (wanted: Choice) => {
    setSince(wanted)
    if (wanted !== 'chosen') compare({ since: wanted })
  }
  useLoad(() => {
    load(dates)
  })
  usePullDownRefresh(() => {
    load(dates).then(() => Taro.stopPullDownRefresh())
  })
  // While other dates are asked for, the answer for the former ones would mislead.
  const shown = { data: head && isOf(head, dates) ? head : null, loading, trouble }
  return (
    <Page className="change-page">
      <Segments<Choice>
        className="change-since"
        choices={choices}
        chosen={since}
        onChoose={choose}
      />
      {since === 'chosen' && head && (
        <DateChoice
          dates={'since' in dates ? { fromOn: head.fromOn } : dates}
          todayOn={head.todayOn}
          onChoose={compare}
        />
      )}
      <PageState shown={shown} skeleton={<Bone shape="card" />} onRetry={() => load(dates)}>
        {() => <Parts />}
      </PageState>
    </Page>
  )
}

function isOf(head: BalanceChange, dates: ComparedDates): boolean {
  if ('since' in dates) return head.since === dates.since
  return head.fromOn === dates.fromOn && (!dates.toOn || head.toOn === dates.toOn)
}

function Parts(): ReactNode {
  const { rows, nextCursor, loadingMore, moreTrouble, more } = useStore(changeStore)
  return (
    <>
      {rows.map((part, place) => (
        <ChangePart
          key={part.nextCursor ?? 'last'}
          part={part}
          place={rows.length > 1 || nextCursor !== null ? place + 1 : null}
        />
      ))}
      {nextCursor !== null && (
        <ListEnd
          nextCursor={nextCursor}
          loadingMore={loadingMore}
          moreTrouble={moreTrouble}
          onMore={more}
        />
      )}
    </>
  )
}
