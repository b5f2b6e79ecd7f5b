import { View } from '@tarojs/components'
import { useDidShow, useRouter, useUnload } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { dayOf, dayText } from '../../format'
import { Notice, PageState } from '../../page-state'
import { Bone } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { Line } from '../../parts/line'
import { LinkRow } from '../../parts/row'
import { open, routes } from '../../routes'
import { ForManagers } from '../../session/for-managers'
import {
  budgetStore,
  budgetText,
  type CommunityRow,
  communitiesStore,
  groupText,
  handOverStore,
  loadCommunities,
  pauseStore,
} from '../communities.store'
import { BudgetSheet } from './budget-sheet'
import { HandOverSheet } from './hand-over-sheet'
import './index.scss'
import { PauseSheet } from './pause-sheet'

/** One community as its manager keeps it. `?communityId=` says which. */
export default function CommunityKeptPage(): ReactNode {
  const { communityId = '' } = useRouter().params
  const { head, rows, loading, trouble } = useStore(communitiesStore)
  const row = rows.find((each) => each.communityId === communityId)
  useDidShow(() => {
    if (!row) loadCommunities()
  })
  useUnload(() => {
    handOverStore.getState().close()
    pauseStore.getState().close()
    budgetStore.getState().close()
  })
  return (
    <ForManagers className="community-kept-page" skeleton={<Bone shape="hero" />}>
      {() =>
        head && !row && !loading ? (
          <Notice icon="member" title="没有找到这个社群" text="请从列表里重新打开" />
        ) : (
          <PageState
            shown={{ data: row ?? null, loading, trouble }}
            skeleton={<Bone shape="hero" />}
            onRetry={loadCommunities}
          >
            {(known) => <Community row={known} />}
          </PageState>
        )
      }
    </ForManagers>
  )
}

type Asked = 'pause' | 'handOver' | 'budget'

function Community({ row }: { row: CommunityRow }): ReactNode {
  const [asked, setAsked] = useState<Asked | null>(null)
  const { communityId, name, storeName, ownerName, appointedAt, rulesVersion, isPaused } = row
  const close = () => setAsked(null)
  return (
    <>
      <View className="card">
        <View className="kept-name">{name}</View>
        <Line label="门店" value={storeName} />
        <Line label="团长" value={ownerName} />
        <Line label="任命" value={dayText(dayOf(appointedAt))} />
        <Line label="微信群" value={groupText(row)} />
        <Line label="群规" value={rulesVersion === 0 ? '还没有' : `第 ${rulesVersion} 版`} />
      </View>
      <View className="card rows">
        <LinkRow
          className="kept-board"
          title="成绩"
          note="进群、领取、核销、销售"
          onOpen={() => open(routes.communityBoard, { communityId })}
        />
        <LinkRow
          className="kept-budget"
          title="每月发券"
          note={budgetText(row.monthCount)}
          onOpen={() => setAsked('budget')}
        />
        <LinkRow
          className="kept-hand-over"
          title="换团长"
          note="成绩和群规都留下"
          onOpen={() => setAsked('handOver')}
        />
      </View>
      <BigButton
        className="kept-pause"
        tone={isPaused ? 'main' : 'warning'}
        onTap={() => setAsked('pause')}
      >
        {isPaused ? '恢复这个社群' : '停用这个社群'}
      </BigButton>
      {asked === 'pause' && <PauseSheet row={row} onClose={close} />}
      {asked === 'budget' && <BudgetSheet row={row} onClose={close} />}
      {asked === 'handOver' && <HandOverSheet row={row} onClose={close} />}
    </>
  )
}
