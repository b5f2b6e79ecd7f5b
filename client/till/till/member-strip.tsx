import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { countText } from '../../format'
import { Avatar } from '../../parts/avatar'
import { Icon } from '../../parts/icon'
import { RevealSheet } from '../../parts/reveal-sheet'
import { type Route, routes } from '../../routes'
import type { Scanned } from '../../session/desk.store'
import { openAtDesk } from '../../session/desk-pages'
import './member-strip.scss'

/** Who stands at the till, and in one line what to do or say. */
export function MemberStrip({ scanned }: { scanned: Scanned }): ReactNode {
  const { maskedName, avatar, balancePoints, debtPoints, storeName, prompt } = scanned
  const [revealing, setRevealing] = useState(false)
  return (
    <View className="member-strip">
      <View className="member-strip-head">
        <Avatar avatar={avatar} />
        <View
          className="member-strip-words"
          role="button"
          hoverClass="touched"
          onClick={() => setRevealing(true)}
        >
          <View className="member-strip-name one-line">{maskedName}</View>
          <View className="soft one-line figures">
            {countText(balancePoints)} 积分
            {debtPoints > 0 ? ` · 欠 ${countText(debtPoints)}` : ''} · {storeName}
          </View>
        </View>
        <Aside name="member-old-card" label="老会员卡" route={routes.oldCard} />
        <Aside name="member-forgotten" label="补积分" route={routes.forgotten} />
      </View>
      {revealing && <Reveal scanned={scanned} onClose={() => setRevealing(false)} />}
      {prompt !== '' && (
        <View className="member-prompt">
          <Icon name="notice" size={32} />
          <Text className="member-prompt-text">{prompt}</Text>
        </View>
      )}
      {scanned.waitingLines.length > 0 && (
        <View
          className="member-pickup member-lists"
          hoverClass="touched"
          role="button"
          onClick={() => openAtDesk(routes.pickupDesk, { ticket: scanned.ticket })}
        >
          <Icon name="lists" size={32} />
          <View className="member-pickup-title one-line">
            接龙待取：{scanned.waitingLines.length} 样
          </View>
          <Text className="member-pickup-go">去交货</Text>
        </View>
      )}
      {scanned.waitingPickups.map(({ redemptionId, rewardTitle, pickupCode }) => (
        <View
          key={redemptionId}
          className="member-pickup"
          hoverClass="touched"
          role="button"
          onClick={() => openAtDesk(routes.handover, { pickupCode })}
        >
          <Icon name="pickup" size={32} />
          <View className="member-pickup-title one-line">待自提：{rewardTitle}</View>
          <Text className="member-pickup-go">去办自提</Text>
        </View>
      ))}
    </View>
  )
}

interface AsideProps {
  name: string
  label: string
  route: Route
}

/** What is done for her now and then, beside the purchase. */
function Aside({ name, label, route }: AsideProps): ReactNode {
  return (
    <View
      className={`member-aside ${name}`}
      hoverClass="touched"
      role="button"
      onClick={() => openAtDesk(route)}
    >
      {label}
    </View>
  )
}

/** What she told the shop alone, for the member who stands here. */
function Reveal({ scanned, onClose }: { scanned: Scanned; onClose(): void }): ReactNode {
  const { maskedName, ticket, storeId } = scanned
  return <RevealSheet name={maskedName} whose={{ ticket, storeId }} onClose={onClose} />
}
