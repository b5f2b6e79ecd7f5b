import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh, useUnload } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { Notice, PageState } from '../../page-state'
import { Bones } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { Row } from '../../parts/row'
import { open, routes } from '../../routes'
import { ForManagers } from '../../session/for-managers'
import { endStore, loadStaff, type StaffList, type StaffRow, staffListStore } from '../staff.store'
import { dutyLines, staffNotes, standingText } from '../staff-words'
import { EndSheet } from './end-sheet'
import './index.scss'

/** Who serves where, as what and since when; a tap ends it. */
export default function StaffPage(): ReactNode {
  const shown = useStore(staffListStore)
  useDidShow(() => {
    loadStaff()
  })
  usePullDownRefresh(() => {
    loadStaff().then(() => Taro.stopPullDownRefresh())
  })
  useUnload(() => endStore.getState().close())
  return (
    <ForManagers className="staff-page">
      {() => (
        <PageState shown={shown} skeleton={<Bones shape="row" count={5} />} onRetry={loadStaff}>
          {(list) => <Staff list={list} />}
        </PageState>
      )}
    </ForManagers>
  )
}

function Staff({ list: { staff, isWhole } }: { list: StaffList }): ReactNode {
  const [asked, setAsked] = useState<StaffRow | null>(null)
  return (
    <>
      <View className="card rows">
        {staff.map((row) => (
          <Person key={row.memberId} row={row} onAsk={() => setAsked(row)} />
        ))}
      </View>
      {!isWhole && <View className="soft">员工太多，这里只列出前面的一部分</View>}
      {staff.every(({ isMe }) => isMe) && (
        <Notice icon="staff" title="还只有您一位" text="请同事打开会员码，扫一下就能加入" />
      )}
      <BigButton className="staff-add" onTap={() => open(routes.appoint)}>
        添加或调整同事
      </BigButton>
      <View className="card">
        <View className="card-title">谁能做什么</View>
        {dutyLines.map(([role, may]) => (
          <View key={role} className="duty">
            <View className="duty-role">{role}</View>
            <View className="soft">{may}</View>
          </View>
        ))}
      </View>
      {asked && <EndSheet row={asked} onClose={() => setAsked(null)} />}
    </>
  )
}

function Person({ row, onAsk }: { row: StaffRow; onAsk(): void }): ReactNode {
  const { displayName, isMe, mayEnd } = row
  return (
    <Row
      className={`staff-person ${mayEnd ? 'staff-person-open' : ''}`}
      title={isMe ? `${displayName}（我）` : displayName}
      wraps
      notes={staffNotes(row)}
      state={standingText(row)}
      {...(mayEnd ? { leads: true, onOpen: onAsk } : {})}
    />
  )
}
