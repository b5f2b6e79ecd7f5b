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
  readonly marks?: Readonly<Record<`data-${string}`, string>>
  readonly full?: boolean
  /** Where her day begins: who serves, and where, is asked again at each visit. */
  readonly asksEachTime?: boolean
  /** Of the same shape as the page, while it is not known who asks. */
  readonly skeleton?: ReactNode
  children(me: Roles): ReactNode
}

interface ForRoleProps extends RolePage {
  has(me: Roles): boolean
  /** What everybody else is told. */
  readonly otherwise: ReactNode
}

/**
 * The frame of a page that only some may use. What is known of her lets her in at once; whoever
 * would be sent away is asked about again, since she may have been appointed a moment ago. The
 * server asks again at each call.
 */
export function ForRole(props: ForRoleProps): ReactNode {
  const { asksEachTime, skeleton = <Bones shape="row" count={5} />, ...rest } = props
  const { has, otherwise, children, ...page } = rest
  const shown = useStore(rolesStore)
  useDidShow(() => {
    const known = rolesStore.getState().data
    if (asksEachTime || known === null || !has(known)) loadRoles()
  })
  return (
    <Page {...page}>
      <PageState shown={shown} skeleton={skeleton} onRetry={loadRoles}>
        {(me) => (has(me) ? children(me) : otherwise)}
      </PageState>
    </Page>
  )
}
