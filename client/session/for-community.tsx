import type { ReactNode } from 'react'
import { Notice } from '../page-state'
import { BigButton } from '../parts/button'
import { open, routes } from '../routes'
import { ForRole, type RolePage } from './for-role'

/** The frame of what a community owner alone does: who looks after none is told so. */
export function ForCommunityOwners(page: RolePage): ReactNode {
  return <ForRole {...page} has={({ communityOwner }) => communityOwner} otherwise={<NotOwner />} />
}

/** The same for what managers do as well, each for the communities that are theirs. */
export function ForCommunityDesk(page: RolePage): ReactNode {
  return (
    <ForRole
      {...page}
      has={({ communityOwner, isManager }) => communityOwner || isManager}
      otherwise={<NotOwner />}
    />
  )
}

function NotOwner(): ReactNode {
  return (
    <Notice icon="member" title="这里是团长的工作台" text="想负责一个社群，请把会员码给店长扫一下">
      <BigButton tone="quiet" onTap={() => open(routes.code)}>
        出示会员码
      </BigButton>
    </Notice>
  )
}
