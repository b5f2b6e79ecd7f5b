import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { countText } from '../../format'
import { figuresIn, rankedByUse } from '../drop-words'
import type { DropRow } from '../drops.store'

/** Each community with what was claimed and used, ranked by what was used in the shop. */
export function Shares({ drop }: { drop: DropRow }): ReactNode {
  const { quota, claims, redemptions } = figuresIn(drop)
  const hasCome = drop.state !== 'scheduled' && drop.state !== 'cancelled'
  const ranked = hasCome ? rankedByUse(drop.communities) : drop.communities
  return (
    <View className="card">
      <View className="card-title">{hasCome ? '按到店核销排名' : '每个群几张'}</View>
      {ranked.map(({ communityId, name, quota: share, claims: claimed, redemptions: used }, at) => (
        <View key={communityId} className="share-line figures">
          {hasCome && <View className="share-place">{at + 1}</View>}
          <View className="share-words">
            <View className="share-name">{name || '已移交的社群'}</View>
            {hasCome && (
              <View className="soft">
                已领 {countText(claimed)} / {countText(share)} 张
              </View>
            )}
          </View>
          <View className="share-figure">
            {hasCome ? `核销 ${countText(used)} 张` : `${countText(share)} 张`}
          </View>
        </View>
      ))}
      <View className="share-total figures">
        {hasCome
          ? `共领 ${countText(claims)} / ${countText(quota)} 张，核销 ${countText(redemptions)} 张`
          : `共 ${countText(quota)} 张`}
      </View>
    </View>
  )
}
