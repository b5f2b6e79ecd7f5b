import type { ReactNode } from 'react'
import { Row } from '../../parts/row'
import { open, routes } from '../../routes'
import type { MyCommunity } from '../community.store'
import { rulesText } from '../community-words'

/** One of her communities, and what it still waits for. */
export function CommunityRow({ community }: { community: MyCommunity }): ReactNode {
  const { communityId, name, storeName, boundAt, isPaused, rulesVersion } = community
  const waits = isPaused || boundAt === null
  return (
    <Row
      className="community-row"
      title={name}
      notes={[storeName, rulesText(rulesVersion)]}
      state={isPaused ? '已停用' : boundAt === null ? '待绑定' : '已绑定'}
      {...(waits ? { stateTone: isPaused ? ('loss' as const) : ('open' as const) } : {})}
      leads
      onOpen={() => open(routes.community, { communityId })}
    />
  )
}
