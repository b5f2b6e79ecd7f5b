import { View } from '@tarojs/components'
import { useDidShow, useUnload } from '@tarojs/taro'
import { type ReactNode, useEffect } from 'react'
import { useStore } from 'zustand'
import { Notice } from '../../page-state'
import { Bone } from '../../parts/bone'
import { scanWithCamera } from '../../parts/camera'
import { onPointedCode } from '../../parts/pointed-code'
import { RefusalSheet } from '../../parts/refusal-sheet'
import { routes } from '../../routes'
import { deskStore } from '../../session/desk.store'
import type { Roles } from '../../session/for-role'
import { ForStaff } from '../../session/for-staff'
import { currentStore, servingStore } from '../../session/serving.store'
import { DeskHead } from './desk-head'
import { useFlushing } from './flushing'
import { LastScans } from './last-scans'
import { PendingCards } from './pending-cards'
import { ScanCard } from './scan-card'
import { takeCode } from './take-code'
import './index.scss'

/** Where staff stand: scan a member or a pick-up, see what waits, see what was done. */
export default function ScanPage(): ReactNode {
  useFlushing()
  useEffect(() => onPointedCode(routes.scan, takeCode), [])
  useDidShow(() => {
    const { wantsNext, askNext } = deskStore.getState()
    askNext(false)
    if (wantsNext) scanNext()
  })
  useUnload(() => deskStore.getState().dismiss())
  return (
    <ForStaff className="staff-page" asksEachTime skeleton={<DeskSkeleton />}>
      {(me) => (
        <>
          <DeskHead me={me} />
          <ScanOrStore me={me} />
          <PendingCards />
          <LastScans isManager={me.isManager} />
          <ScanRefused />
        </>
      )}
    </ForStaff>
  )
}

/** Who has several stores says first in which one she stands: without it no code is taken. */
function ScanOrStore({ me }: { me: Roles }): ReactNode {
  const chosenStoreId = useStore(servingStore, (serving) => serving.chosenStoreId)
  if (me.stores.length > 1 && currentStore(me.stores, chosenStoreId) === null) {
    return (
      <View className="card scan-card">
        <Notice icon="store" title="先选门店" text="在上面选好这次服务的门店，再扫会员码" />
      </View>
    )
  }
  return <ScanCard codes="会员码、自提码" onCode={takeCode} />
}

async function scanNext(): Promise<void> {
  const code = await scanWithCamera()
  if (code) await takeCode(code)
}

function ScanRefused(): ReactNode {
  const { refused, dismiss } = useStore(deskStore)
  return <RefusalSheet title="没有扫成功" message={refused?.message ?? null} onClose={dismiss} />
}

function DeskSkeleton(): ReactNode {
  return (
    <>
      <Bone shape="row" />
      <Bone shape="hero" />
      <Bone shape="card" />
    </>
  )
}
