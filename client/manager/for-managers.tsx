import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { OutputAt } from '../api'
import { Notice, PageState } from '../page-state'
import { Bones } from '../parts/bone'
import { loadRoles, rolesStore } from '../tabs/me/roles.store'

interface ForManagersProps {
  /** A stable name for walks, e.g. `manager-desk`. */
  className: string
  children(me: OutputAt<'staff.me'>): ReactNode
}

/** The frame of every page here: who is no manager is told so. The server asks again each time. */
export function ForManagers({ className, children }: ForManagersProps): ReactNode {
  const shown = useStore(rolesStore)
  useDidShow(() => {
    loadRoles()
  })
  return (
    <View className={`page ${className}`}>
      <PageState shown={shown} skeleton={<Bones shape="row" count={5} />} onRetry={loadRoles}>
        {(me) => (me.isManager ? children(me) : <NotManager />)}
      </PageState>
    </View>
  )
}

function NotManager(): ReactNode {
  return <Notice icon="store" title="这里是店长的工作台" text="需要处理的事，请联系本店店长" />
}
