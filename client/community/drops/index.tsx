import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { countText } from '../../format'
import { BigButton } from '../../parts/button'
import { Row } from '../../parts/row'
import { open, routes } from '../../routes'
import { ForCommunityDesk } from '../../session/for-community'
import { DeskDrops } from '../desk-drops'
import { rankedAcross } from '../drop-words'
import { dropsStore, loadDrops } from '../drops.store'

/** All drops of a manager's communities, and what the communities made of the last ones. */
export default function DropsPage(): ReactNode {
  useDidShow(() => {
    loadDrops()
  })
  usePullDownRefresh(() => {
    loadDrops().then(() => Taro.stopPullDownRefresh())
  })
  return (
    <ForCommunityDesk className="drops-page">
      {() => (
        <>
          <BigButton className="desk-plan" onTap={() => open(routes.dropPlan)}>
            发一场
          </BigButton>
          <DeskDrops />
          <Ranking />
        </>
      )}
    </ForCommunityDesk>
  )
}

/** By what was used in the shop, over the drops that are listed above. */
function Ranking(): ReactNode {
  const rows = useStore(dropsStore, (list) => list.rows)
  const ranked = rankedAcross(rows)
  if (ranked.length < 2) return null
  return (
    <>
      <View className="desk-title">各社群，按到店核销排名</View>
      <View className="card rows">
        {ranked.map(({ communityId, name, claims, redemptions }, place) => (
          <Row
            key={communityId}
            className="ranked-community"
            title={`${place + 1}. ${name || '已移交的社群'}`}
            notes={[`领取 ${countText(claims)} 张`]}
            figure={`核销 ${countText(redemptions)}`}
            leads
            onOpen={() => open(routes.communityBoard, { communityId })}
          />
        ))}
      </View>
    </>
  )
}
