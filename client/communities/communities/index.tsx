import type { ReactNode } from 'react'
import { Notice } from '../../page-state'
import { BigButton } from '../../parts/button'
import { usePagedList } from '../../parts/paged-list'
import { Row } from '../../parts/row'
import { RowList } from '../../parts/row-list'
import { open, routes } from '../../routes'
import { ForManagers } from '../../session/for-managers'
import {
  budgetText,
  type CommunityRow,
  communitiesStore,
  groupText,
  loadCommunities,
} from '../communities.store'

/** The communities of a manager's stores, with who looks after each. */
export default function CommunitiesPage(): ReactNode {
  usePagedList(communitiesStore, loadCommunities)
  return (
    <ForManagers className="communities-page">
      {() => (
        <>
          <RowList
            list={communitiesStore}
            empty={
              <Notice
                icon="member"
                title="还没有社群"
                text="一个微信群就是一个社群。添加社群、任命团长，就能只给这个群的会员发券"
              />
            }
            onRetry={loadCommunities}
          >
            {(row) => <Community key={row.communityId} row={row} />}
          </RowList>
          <BigButton className="community-new" onTap={() => open(routes.communityAppoint)}>
            添加社群
          </BigButton>
        </>
      )}
    </ForManagers>
  )
}

function Community({ row }: { row: CommunityRow }): ReactNode {
  const { communityId, name, storeName, ownerName, boundAt, isPaused, monthCount } = row
  return (
    <Row
      className="community-kept"
      title={name}
      notes={[`团长 ${ownerName}`, `${storeName} · ${budgetText(monthCount)}`]}
      state={groupText(row)}
      {...(isPaused ? { stateTone: 'loss' } : boundAt === null ? { stateTone: 'open' } : {})}
      leads
      onOpen={() => open(routes.communityKept, { communityId })}
    />
  )
}
