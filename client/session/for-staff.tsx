import type { ReactNode } from 'react'
import { Notice } from '../page-state'
import { BigButton } from '../parts/button'
import { open, routes } from '../routes'
import { ForRole, type RolePage, type Roles } from './for-role'

/** The frame of every page behind the counter: who does not serve here is told so. */
export function ForStaff(page: RolePage): ReactNode {
  const serves = ({ isStaff, isManager }: Roles): boolean => isStaff || isManager
  return <ForRole {...page} has={serves} otherwise={<NotStaff />} />
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
