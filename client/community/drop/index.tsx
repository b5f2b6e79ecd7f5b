import { View } from '@tarojs/components'
import Taro, {
  useDidShow,
  usePullDownRefresh,
  useRouter,
  useShareAppMessage,
  useUnload,
} from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { Notice, PageState } from '../../page-state'
import { Bone } from '../../parts/bone'
import { routes } from '../../routes'
import { ForCommunityDesk } from '../../session/for-community'
import { useServerNow } from '../../session/use-server-now'
import { isAhead, spanText, standingText, whoText } from '../drop-words'
import { cancelStore, closeStore, type DropRow, dropsStore, loadDrops } from '../drops.store'
import { DropSteps } from './drop-steps'
import { EndSheet } from './end-sheet'
import './index.scss'
import { Shares } from './shares'

/** One drop at the desk: what came of it, its card for the group, and how it ends. `?dropId=`. */
export default function DropDeskPage(): ReactNode {
  const { dropId = '' } = useRouter().params
  const { head, rows, loading, trouble } = useStore(dropsStore)
  const drop = rows.find((row) => row.dropId === dropId)
  useDidShow(() => {
    loadDrops()
  })
  usePullDownRefresh(() => {
    loadDrops().then(() => Taro.stopPullDownRefresh())
  })
  useUnload(() => {
    cancelStore.getState().close()
    closeStore.getState().close()
  })
  useShareAppMessage(() => ({
    title: drop ? `${drop.title}：从群里点开，每人一张` : '社群福利',
    path: `${routes.drop}?dropId=${dropId}`,
  }))
  return (
    <ForCommunityDesk className="drop-desk">
      {() => (
        <PageState
          shown={{ data: head, loading, trouble }}
          skeleton={<Bone shape="hero" />}
          onRetry={loadDrops}
        >
          {() => (drop ? <Drop drop={drop} /> : <NoDrop />)}
        </PageState>
      )}
    </ForCommunityDesk>
  )
}

const MINUTE_MS = 60_000

function Drop({ drop }: { drop: DropRow }): ReactNode {
  const now = useServerNow(MINUTE_MS)
  const [isEnding, setEnding] = useState(false)
  const { title, terms, state, textState, couponTitle, who } = drop
  return (
    <>
      <View className="card drop-head">
        <View className={`drop-standing drop-standing-${state}`}>{standingText(drop)}</View>
        <View className="drop-standing-title">{title}</View>
        <View className="drop-span figures">{spanText(drop, now)}</View>
        <View className="soft figures">
          {couponTitle} · {whoText(who)} · 每人一张
        </View>
        {terms !== '' && <View className="soft drop-terms">{terms}</View>}
      </View>
      {isAhead(drop) && textState !== 'approved' && (
        <View className="drop-held" role="status">
          {textState === 'held'
            ? '内容检测拿不准名字或说明，店长看过才会对群友显示'
            : '店长没有通过名字或说明，请改一改再发。消息里有原因'}
        </View>
      )}
      <Shares drop={drop} />
      <DropSteps drop={drop} onEnd={() => setEnding(true)} />
      {isEnding && <EndSheet drop={drop} onClose={() => setEnding(false)} />}
    </>
  )
}

function NoDrop(): ReactNode {
  return <Notice icon="notice" title="没有找到这一场" text="请从列表里重新打开" />
}
