import { View } from '@tarojs/components'
import { useDidShow, useUnload } from '@tarojs/taro'
import { type ReactNode, useEffect } from 'react'
import { useStore } from 'zustand'
import { Notice, PageState } from '../../page-state'
import { Bone } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { open, routes } from '../../routes'
import { loadRoles, rolesStore } from '../../tabs/me/roles.store'
import { scanWithCamera } from '../camera'
import { deskStore } from '../desk.store'
import { RefusalSheet } from '../refusal-sheet'
import { DeskHead } from './desk-head'
import { useFlushing } from './flushing'
import { LastScans } from './last-scans'
import { PendingCards } from './pending-cards'
import { onPointedCode } from './pointed-code'
import { ScanCard } from './scan-card'
import { takeCode } from './take-code'
import './index.scss'

/** Where staff stand: scan a member or a pick-up, see what waits, see what was done. */
export default function ScanPage(): ReactNode {
  const shown = useStore(rolesStore)
  useFlushing()
  useEffect(() => onPointedCode(takeCode), [])
  useDidShow(() => {
    loadRoles()
    const { wantsNext, askNext } = deskStore.getState()
    askNext(false)
    if (wantsNext) scanNext()
  })
  useUnload(() => deskStore.getState().dismiss())
  return (
    <View className="page staff-page">
      <PageState shown={shown} skeleton={<DeskSkeleton />} onRetry={loadRoles}>
        {(me) =>
          me.isStaff || me.isManager ? (
            <>
              <DeskHead me={me} />
              <ScanCard codes="会员码、提货码" onCode={takeCode} />
              <PendingCards />
              <LastScans isManager={me.isManager} />
              <ScanRefused />
            </>
          ) : (
            <NotStaff />
          )
        }
      </PageState>
    </View>
  )
}

async function scanNext(): Promise<void> {
  const code = await scanWithCamera()
  if (code) await takeCode(code)
}

function ScanRefused(): ReactNode {
  const { refused, dismiss } = useStore(deskStore)
  return <RefusalSheet title="没有扫成功" message={refused?.message ?? null} onClose={dismiss} />
}

function NotStaff(): ReactNode {
  return (
    <Notice icon="staff" title="这里是店员的工作台" text="请店长扫描您的会员码，把您加为店员">
      <BigButton tone="quiet" onTap={() => open(routes.code)}>
        出示会员码
      </BigButton>
    </Notice>
  )
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
