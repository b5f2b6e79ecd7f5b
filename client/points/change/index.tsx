import Taro, { useLoad, usePullDownRefresh } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { serverNow } from '../../clock'
import { dayOf } from '../../format'
import { PageState } from '../../page-state'
import { Bone } from '../../parts/bone'
import { ListEnd } from '../../parts/list-end'
import { Page } from '../../parts/page'
import { Segments } from '../../parts/segments'
import { type Since, sinceOn } from '../compared-dates'
import { type ComparedDates, changeStore } from '../points.store'
import { ChangePart } from './change-part'
import { DateChoice } from './date-choice'
import './index.scss'

const choices = [
  { value: 'week', label: '和一周前比' },
  { value: 'month', label: '和上月比' },
  { value: 'chosen', label: '自选日期' },
] as const

/** "Why are there fewer?": two dates, the difference, and every cause with its number. */
export default function ChangePage(): ReactNode {
  const todayOn = dayOf(serverNow())
  const [since, setSince] = useState<Since>('month')
  const [dates, setDates] = useState<ComparedDates>({ fromOn: sinceOn('month', todayOn) })
  const { head, loading, trouble, load } = useStore(changeStore)
  const compare = (wanted: ComparedDates) => {
    setDates(wanted)
    load(wanted)
  }
  const choose = (wanted: Since) => {
    setSince(wanted)
    if (wanted !== 'chosen') compare({ fromOn: sinceOn(wanted, todayOn) })
  }
  useLoad(() => {
    load(dates)
  })
  usePullDownRefresh(() => {
    load(dates).then(() => Taro.stopPullDownRefresh())
  })
  // While other dates are asked for, the answer for the former ones would mislead.
  const isAsked = head?.fromOn === dates.fromOn && (!dates.toOn || head.toOn === dates.toOn)
  const shown = { data: isAsked ? head : null, loading, trouble }
  return (
    <Page className="change-page">
      <Segments<Since>
        className="change-since"
        choices={choices}
        chosen={since}
        onChoose={choose}
      />
      {since === 'chosen' && <DateChoice dates={dates} todayOn={todayOn} onChoose={compare} />}
      <PageState shown={shown} skeleton={<Bone shape="card" />} onRetry={() => load(dates)}>
        {() => <Parts />}
      </PageState>
    </Page>
  )
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
