import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { Notice } from '../../page-state'
import { Bones } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { Page } from '../../parts/page'
import { PagedList, usePagedList } from '../../parts/paged-list'
import { RewardPicture } from '../../parts/reward-picture'
import { open, routes } from '../../routes'
import { priceText } from '../price-words'
import { wordsOf } from '../redemption-state'
import { loadRedemptions, type RedemptionCard, redemptionsStore } from '../redemptions.store'
import './index.scss'

export default function RedemptionsPage(): ReactNode {
  const todayOn = useStore(redemptionsStore, ({ head }) => head?.todayOn ?? '')
  usePagedList(redemptionsStore, loadRedemptions)
  return (
    <Page className="redemptions-page">
      <PagedList
        list={redemptionsStore}
        skeleton={<Bones shape="ticket" count={4} />}
        empty={<NoRedemptions />}
        onRetry={loadRedemptions}
      >
        {(rows) =>
          rows.map((row) => (
            <RedemptionRow key={row.redemptionId} redemption={row} todayOn={todayOn} />
          ))
        }
      </PagedList>
    </Page>
  )
}

interface RedemptionRowProps {
  redemption: RedemptionCard
  todayOn: string
}

function RedemptionRow({ redemption, todayOn }: RedemptionRowProps): ReactNode {
  const { redemptionId, rewardTitle, picture } = redemption
  const { label, tone, note } = wordsOf(redemption, todayOn)
  return (
    <View
      className={`card redemption-row redemption-${tone}`}
      hoverClass="touched"
      onClick={() => open(routes.redemption, { redemptionId })}
    >
      <RewardPicture picture={picture} size="small" />
      <View className="redemption-words">
        <View className="redemption-title">{rewardTitle}</View>
        <View className="soft figures">{note}</View>
        <View className="redemption-foot">
          <Text className="soft figures">{priceText(redemption)}</Text>
          <Text className={`redemption-chip redemption-chip-${tone}`}>{label}</Text>
        </View>
      </View>
    </View>
  )
}

function NoRedemptions(): ReactNode {
  return (
    <Notice icon="gift" title="还没有兑换" text="攒下的积分可以换鸡蛋、米面和小礼物">
      <BigButton tone="quiet" onTap={() => open(routes.mallTab)}>
        去积分商城逛逛
      </BigButton>
    </Notice>
  )
}
