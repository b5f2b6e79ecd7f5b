import { View } from '@tarojs/components'
import { useDidShow, useRouter, useUnload } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { Notice, PageState } from '../../page-state'
import { Bone } from '../../parts/bone'
import { RefusalSheet } from '../../parts/refusal-sheet'
import { refusedText } from '../../parts/refused-text'
import { LinkRow } from '../../parts/row'
import { open, routes } from '../../routes'
import { ForManagers } from '../../session/for-managers'
import { emptyForm, formOf } from '../reward-form'
import { loadShelf, rewardIn, type ShelfReward, saveStore, shelfStore } from '../rewards.store'
import { adviceOf, stockText } from '../shelf-words'
import '../../parts/form.scss'
import './index.scss'
import { RewardEditor } from './reward-editor'

/** One reward: a new one, or the one of `?rewardId=`. */
export default function RewardFormPage(): ReactNode {
  const { rewardId } = useRouter().params
  const shown = useStore(shelfStore)
  const { refused, close } = useStore(saveStore)
  useDidShow(() => {
    if (rewardId) loadShelf()
  })
  useUnload(close)
  const again = () => {
    close()
    loadShelf()
  }
  return (
    <ForManagers className="reward-form" skeleton={<Bone shape="hero" />}>
      {() => (
        <>
          {rewardId ? (
            <PageState shown={shown} skeleton={<Bone shape="hero" />} onRetry={loadShelf}>
              {(shelf) => <Known reward={rewardIn(shelf, rewardId)} />}
            </PageState>
          ) : (
            <RewardEditor first={emptyForm} />
          )}
          <RefusalSheet
            title="还不能保存"
            message={refused ? refusedText(refused) : null}
            {...(refused?.code === 'REWARD_CHANGED'
              ? { step: { label: '看最新内容', onTap: again } }
              : {})}
            onClose={close}
          />
        </>
      )}
    </ForManagers>
  )
}

function Known({ reward }: { reward: ShelfReward | null }): ReactNode {
  if (!reward) return <Notice icon="gift" title="没有找到这件礼品" text="请从列表里重新打开" />
  const { rewardId, revision } = reward
  const advice = adviceOf(reward)
  return (
    <>
      {advice && <View className="reward-advice">{advice}</View>}
      <View className="card">
        <LinkRow
          className="reward-to-stock"
          title="库存"
          note={stockText(reward)}
          onOpen={() => open(routes.rewardStock, { rewardId })}
        />
        <LinkRow
          className="reward-to-changes"
          title="改动记录"
          note="谁改的，改了什么"
          onOpen={() => open(routes.rewardChanges, { rewardId })}
        />
      </View>
      {/* What somebody else has saved is another form. */}
      <RewardEditor key={`${rewardId}:${revision}`} first={formOf(reward)} reward={reward} />
    </>
  )
}
