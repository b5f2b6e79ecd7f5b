import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { Notice, PageState } from '../../page-state'
import { Bones } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { open, routes } from '../../routes'
import { ForCommunityOwners } from '../../session/for-community'
import { loadMine, type MyCommunity, mineStore } from '../community.store'
import { DeskDrops } from '../desk-drops'
import { loadDrops } from '../drops.store'
import { CommunityRow } from './community-row'

/** Where a community owner begins: her communities, and the drops that run or are to come. */
export default function CommunityDeskPage(): ReactNode {
  const shown = useStore(mineStore)
  useDidShow(() => {
    refresh()
  })
  usePullDownRefresh(() => {
    refresh().then(() => Taro.stopPullDownRefresh())
  })
  return (
    <ForCommunityOwners className="community-desk" asksEachTime>
      {() => (
        <PageState shown={shown} skeleton={<Bones shape="row" count={5} />} onRetry={refresh}>
          {({ communities }) => <Desk communities={communities} />}
        </PageState>
      )}
    </ForCommunityOwners>
  )
}

async function refresh(): Promise<void> {
  await Promise.all([loadMine(), loadDrops()])
}

function Desk({ communities }: { communities: readonly MyCommunity[] }): ReactNode {
  if (communities.length === 0) {
    return (
      <Notice
        icon="member"
        title="还没有由您负责的社群"
        text="请店长把社群交给您，之后就能在这里给群友发券"
      />
    )
  }
  const canPlan = communities.some(({ isPaused }) => !isPaused)
  return (
    <>
      {canPlan && (
        <BigButton className="desk-plan" onTap={() => open(routes.dropPlan)}>
          发一场
        </BigButton>
      )}
      <DeskDrops>
        <View className="desk-title">我负责的社群</View>
        <View className="card rows">
          {communities.map((community) => (
            <CommunityRow key={community.communityId} community={community} />
          ))}
        </View>
      </DeskDrops>
    </>
  )
}
