import { useDidShow } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { OutputAt } from '../api'
import { PageState } from '../page-state'
import { Bones } from '../parts/bone'
import { Page } from '../parts/page'
import { loadRoles, rolesStore } from './roles.store'

export type Roles = OutputAt<'staff.me'>

/** What the page of a role needs: its name for walks, and what it shows to whoever has the role. */
export interface RolePage {
  readonly className: string
  children(me: Roles): ReactNode
}

interface ForRoleProps extends RolePage {
  has(me: Roles): boolean
  /** What everybody else is told. */
  readonly otherwise: ReactNode
}

/** The frame of a page that only some may use. The server asks again at each call. */
export function ForRole({ className, has, otherwise, children }: ForRoleProps): ReactNode {
  const shown = useStore(rolesStore)
  useDidShow(() => {
    loadRoles()
  })
  return (
    <Page className={className}>
      <PageState shown={shown} skeleton={<Bones shape="row" count={5} />} onRetry={loadRoles}>
        {(me) => (has(me) ? children(me) : otherwise)}
      </PageState>
    </Page>
  )
}
