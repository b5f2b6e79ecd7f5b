import Taro, { useDidShow, usePullDownRefresh, useUnload } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { Notice, PageState } from '../../page-state'
import { Bone } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { Page } from '../../parts/page'
import { open, routes } from '../../routes'
import { checkInStore } from '../../session/checkin.store'
import { loadMonth, type Month, makeUpStore, monthStore } from '../month.store'
import { claimStore, loadTasks } from '../tasks.store'
import { Calendar } from './calendar'
import { MakeUpSheet } from './make-up-sheet'
import { StoreCheckIn } from './store-check-in'
import { Streak } from './streak'
import { Tasks } from './tasks'

/** The month that fills with seals, how long the streak is, and what it brings next. */
export default function CheckInPage(): ReactNode {
  const shown = useStore(monthStore)
  useDidShow(() => {
    loadMonth()
    loadTasks()
  })
  usePullDownRefresh(() => {
    const both = [loadMonth(shown.data?.month), loadTasks()]
    Promise.all(both).then(() => Taro.stopPullDownRefresh())
  })
  useUnload(() => {
    checkInStore.getState().close()
    makeUpStore.getState().close()
    claimStore.getState().close()
  })
  return (
    <Page className="checkin-page">
      <PageState shown={shown} skeleton={<Skeleton />} onRetry={() => loadMonth(shown.data?.month)}>
        {(month) => (month.isOffered ? <Content month={month} /> : <NotOffered />)}
      </PageState>
    </Page>
  )
}

function Content({ month }: { month: Month }): ReactNode {
  return (
    <>
      <Streak month={month} />
      <Calendar month={month} />
      <Tasks month={month.month} />
      <StoreCheckIn />
      <MakeUpSheet month={month} />
    </>
  )
}

function NotOffered(): ReactNode {
  return (
    <Notice icon="seal" title="店里暂时没有签到" text="消费照样积分，开放后会在首页告诉您">
      <BigButton tone="quiet" onTap={() => open(routes.home)}>
        回首页看看
      </BigButton>
    </Notice>
  )
}

function Skeleton(): ReactNode {
  return (
    <>
      <Bone shape="hero" />
      <Bone shape="code" />
    </>
  )
}
