import { Text, View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { dayText } from '../../format'
import { Notice, PageState } from '../../page-state'
import { Bone, Bones } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { Page } from '../../parts/page'
import { Sheet } from '../../parts/sheet'
import { open, routes } from '../../routes'
import { progressOf, progressText, type RightRow } from '../tier-rows'
import { loadTiers, type MyTier, mineStore, tableStore } from '../tiers.store'
import './index.scss'
import { LevelList } from './level-list'
import { Parts } from './parts'

/** Her level, what is missing for the next one, and what each level gives. */
export default function LevelsPage(): ReactNode {
  const shown = useStore(mineStore)
  useDidShow(() => {
    loadTiers()
  })
  usePullDownRefresh(() => {
    loadTiers().then(() => Taro.stopPullDownRefresh())
  })
  return (
    <Page className="levels-page">
      <PageState shown={shown} skeleton={<LevelBones />} onRetry={loadTiers}>
        {(mine) => (mine.isOpen ? <Levels mine={mine} /> : <NoLevels />)}
      </PageState>
    </Page>
  )
}

function Levels({ mine }: { mine: MyTier }): ReactNode {
  const table = useStore(tableStore)
  const [right, setRight] = useState<RightRow | null>(null)
  return (
    <>
      <Standing mine={mine} />
      <Parts mine={mine} />
      <PageState shown={table} skeleton={<Bones shape="ticket" count={3} />} onRetry={loadTiers}>
        {({ tiers }) => <LevelList tiers={tiers} mine={mine} onRight={setRight} />}
      </PageState>
      <Sheet open={right !== null} title={right?.title ?? ''} onClose={() => setRight(null)}>
        <View className="levels-right-text">{right?.text}</View>
        <BigButton tone="quiet" onTap={() => setRight(null)}>
          知道了
        </BigButton>
      </Sheet>
    </>
  )
}

/** The level itself: how far she is, how long it is hers, what keeps it. */
function Standing({ mine }: { mine: MyTier }): ReactNode {
  const { tier, gapText, nextTier, windowText } = mine
  return (
    <View className={`levels-hero levels-${tier.tierId}`}>
      <View className="levels-title">{tier.title}</View>
      {nextTier ? (
        <>
          <View className="levels-bar" role="progressbar" aria-label={gapText ?? ''}>
            <View className="levels-bar-done" style={{ width: `${progressOf(mine)}%` }} />
          </View>
          <View className="levels-progress figures">{progressText(mine)}</View>
          <View className="levels-gap figures">{gapText}</View>
        </>
      ) : (
        <View className="levels-gap">已经是最高等级，谢谢您一直都来</View>
      )}
      <Keeping mine={mine} />
      <View className="levels-window">按{windowText}计算</View>
    </View>
  )
}

function Keeping({ mine }: { mine: MyTier }): ReactNode {
  const { tier, keepUntilOn, keepText, graceUntilOn } = mine
  if (tier.tierId === 'plain') return null
  if (keepUntilOn === null) return <View className="levels-keep">等级长期有效</View>
  return (
    <View className="levels-keep figures">
      <View>
        {graceUntilOn === null
          ? `等级保留到 ${dayText(keepUntilOn)}`
          : `等级已到期，宽限到 ${dayText(graceUntilOn)}，权益不变`}
      </View>
      {keepText && <Text>{keepText}</Text>}
    </View>
  )
}

function LevelBones(): ReactNode {
  return (
    <>
      <Bone shape="hero" />
      <Bones shape="ticket" count={3} />
    </>
  )
}

function NoLevels(): ReactNode {
  return (
    <Notice icon="member" title="店里暂时没有会员等级" text="消费照样积分，开通后会在首页告诉您">
      <BigButton tone="quiet" onTap={() => open(routes.home)}>
        回首页看看
      </BigButton>
    </Notice>
  )
}
