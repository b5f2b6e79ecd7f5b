import type { ReactNode } from 'react'
import { Notice } from '../page-state'
import { ForRole, type RolePage } from './for-role'

/** The frame of every page here: who is no manager is told so. */
export function ForManagers(page: RolePage): ReactNode {
  return <ForRole {...page} has={({ isManager }) => isManager} otherwise={<NotManager />} />
}

function NotManager(): ReactNode {
  return <Notice icon="store" title="这里是店长的工作台" text="需要处理的事，请联系本店店长" />
}
