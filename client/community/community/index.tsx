import { View } from '@tarojs/components'
import { useDidShow, useRouter, useShareAppMessage, useUnload } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { Notice, PageState } from '../../page-state'
import { Bones } from '../../parts/bone'
import { LinkRow } from '../../parts/row'
import { open, routes } from '../../routes'
import { ForCommunityOwners } from '../../session/for-community'
import { bindStore, loadMine, type MyCommunity, mineStore, rebindStore } from '../community.store'
import { budgetText, groupText, rulesText } from '../community-words'
import { BindCard } from './bind-card'
import { BindSheet } from './bind-sheet'
import './index.scss'

/**
 * One of her communities: `?communityId=` says which. With `from=card` it was opened by the bind
 * card in a group, which is then the group to be bound.
 */
export default function CommunityPage(): ReactNode {
  const { communityId = '', from } = useRouter().params
  const shown = useStore(mineStore)
  const [isAsked, setAsked] = useState(from === 'card')
  useDidShow(() => {
    loadMine()
  })
  useUnload(() => {
    bindStore.getState().close()
    rebindStore.getState().close()
  })
  useShareAppMessage(() => ({
    title: '绑定这个微信群（团长点开）',
    path: `${routes.community}?communityId=${communityId}&from=card`,
  }))
  return (
    <ForCommunityOwners className="community-page">
      {() => (
        <PageState shown={shown} skeleton={<Bones shape="row" count={5} />} onRetry={loadMine}>
          {({ communities }) => {
            const community = communities.find((one) => one.communityId === communityId)
            if (!community) return <NoCommunity />
            return (
              <>
                <Community community={community} />
                {isAsked && <BindSheet community={community} onClose={() => setAsked(false)} />}
              </>
            )
          }}
        </PageState>
      )}
    </ForCommunityOwners>
  )
}

function Community({ community }: { community: MyCommunity }): ReactNode {
  const { communityId, name, storeName, boundAt, isPaused, rulesVersion, monthCount } = community
  return (
    <>
      <View className="card community-head">
        <View className="community-name">{name}</View>
        <View className="soft figures">
          {storeName} · {groupText(boundAt)}
          {budgetText(monthCount)}
        </View>
        {isPaused && (
          <View className="community-paused">店长暂时停用了这个社群，恢复之前不能发福利</View>
        )}
      </View>
      {boundAt === null && <BindCard isBound={false} />}
      <View className="card rows">
        <LinkRow
          className="community-rules-link"
          title="群规"
          note={community.isRulesHeld ? '新的一版待审' : rulesText(rulesVersion)}
          onOpen={() => open(routes.communityRules, { communityId })}
        />
        <LinkRow
          className="community-board-link"
          title="成绩"
          note="进群、领取、核销、销售"
          onOpen={() => open(routes.communityBoard, { communityId })}
        />
      </View>
      {boundAt !== null && <BindCard isBound />}
    </>
  )
}

function NoCommunity(): ReactNode {
  return (
    <Notice
      icon="member"
      title="这个社群不由您负责"
      text="如果是刚交给您的，请下拉刷新团长工作台；有疑问请联系店长"
    />
  )
}
