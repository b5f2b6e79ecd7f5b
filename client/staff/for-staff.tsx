import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { OutputAt } from '../api'
import { Notice, PageState } from '../page-state'
import { Bones } from '../parts/bone'
import { BigButton } from '../parts/button'
import { open, routes } from '../routes'
import { loadRoles, rolesStore } from '../tabs/me/roles.store'

interface ForStaffProps {
  /** A stable name for walks, e.g. `closing-page`. */
  className: string
  children(me: OutputAt<'staff.me'>): ReactNode
}

/** The frame of a page that needs nobody scanned: who does not serve here is told so. */
export function ForStaff({ className, children }: ForStaffProps): ReactNode {
  const shown = useStore(rolesStore)
  useDidShow(() => {
    loadRoles()
  })
  return (
    <View className={`page ${className}`}>
      <PageState shown={shown} skeleton={<Bones shape="row" count={5} />} onRetry={loadRoles}>
        {(me) => (me.isStaff || me.isManager ? children(me) : <NotStaff />)}
      </PageState>
    </View>
  )
}

export function NotStaff(): ReactNode {
  return (
    <Notice icon="staff" title="这里是店员的工作台" text="请店长扫描您的会员码，把您加为店员">
      <BigButton tone="quiet" onTap={() => open(routes.code)}>
        出示会员码
      </BigButton>
    </Notice>
  )
}
