import { View } from '@tarojs/components'
import { type ReactNode, useEffect } from 'react'
import { useStore } from 'zustand'
import { BigButton } from '../../parts/button'
import { Icon } from '../../parts/icon'
import { Refused } from '../../parts/refused'
import { open, routes } from '../../routes'
import { knowPermits } from '../../session/permits.store'
import { audienceText, minuteText, nextStepOf, overWords } from '../drop-words'
import { claimDrop, claimStore, type DropShown, remindOfDrop, remindStore } from '../drops.store'

/** The one action, or why there is none and what to do about it. */
export function Action({ drop }: { drop: DropShown }): ReactNode {
  const step = nextStepOf(drop)
  if (step === 'wallet') return <Got />
  return (
    <View className="drop-action">
      {step === 'claim' && <Claim drop={drop} />}
      {step === 'join' && <Join />}
      {step === 'wait' && <Wait drop={drop} />}
      {step === 'card' && <ByCard />}
      {step === 'none' && <NoWay drop={drop} />}
    </View>
  )
}

function Got(): ReactNode {
  const isNew = useStore(claimStore, ({ answer }) => answer !== null)
  return (
    <View className="drop-got">
      <View className="drop-seal">
        <Icon name="check" size={56} />
      </View>
      <View className="drop-got-title">{isNew ? '领到了' : '您已经领过了'}</View>
      <View className="soft">
        {isNew ? '券已放进卡包，结账时出示会员码' : '每人一张，券在卡包里'}
      </View>
      <BigButton className="drop-to-wallet" onTap={() => open(routes.wallet)}>
        去卡包
      </BigButton>
    </View>
  )
}

/** The same request until an answer came: a second tap, or another try, gives no second one. */
function Claim({ drop }: { drop: DropShown }): ReactNode {
  const { sending, refused } = useStore(claimStore)
  const isUnknown = refused?.code === 'OFFLINE'
  const message = isUnknown
    ? '网络不太顺畅，还不知道领到没有。再试一次，不会多领'
    : refused?.message
  return (
    <>
      <Refused className="drop-refused" message={sending ? null : message} />
      <BigButton className="drop-claim" busy={sending} onTap={() => claimDrop(drop.dropId)}>
        {sending ? '正在领取…' : refused ? '再试一次' : '立即领取'}
      </BigButton>
    </>
  )
}

/** Nothing to take yet, but she need not look at the clock. */
function Wait({ drop }: { drop: DropShown }): ReactNode {
  const { sending, refused } = useStore(remindStore)
  useEffect(() => {
    knowPermits()
  }, [])
  const { dropId, opensAt, isReminded } = drop
  return (
    <>
      <BigButton className="drop-wait" disabled>
        {minuteText(opensAt)} 开抢
      </BigButton>
      <Refused className="drop-remind-refused" message={isReminded ? null : refused?.message} />
      {isReminded ? (
        <View className="drop-reminded">
          <Icon name="check" size={40} />
          <View>开抢前十分钟会提醒您</View>
        </View>
      ) : (
        <BigButton
          className="drop-remind"
          tone="quiet"
          busy={sending}
          onTap={() => remindOfDrop(dropId)}
        >
          开抢前提醒我
        </BigButton>
      )}
    </>
  )
}

function Join(): ReactNode {
  return (
    <>
      <View className="drop-why">入会后就能领取，只要一步</View>
      <BigButton className="drop-join" onTap={() => open(routes.join)}>
        去入会
      </BigButton>
    </>
  )
}

function ByCard(): ReactNode {
  return (
    <View className="drop-note">
      <View className="drop-note-title">请从群里的卡片进入</View>
      <View className="soft">回到店里的微信群，点开这次福利的卡片，就能领取</View>
    </View>
  )
}

/** It is over, sold out, or not for her; with when the next one comes. */
function NoWay({ drop }: { drop: DropShown }): ReactNode {
  const { state, blockedBy, nextDropAt } = drop
  const over = overWords[state]
  const isNotForHer = over === undefined && blockedBy?.code === 'DROP_NOT_FOR_YOU'
  return (
    <>
      <View className="drop-note">
        <View className="drop-note-title">{over ?? blockedBy?.message}</View>
        {isNotForHer && <View className="soft">这一场给{audienceText(drop.who)}</View>}
        {nextDropAt !== null && (
          <View className="drop-next figures">下一场 {minuteText(nextDropAt)}</View>
        )}
      </View>
      {over !== undefined && (
        <BigButton className="drop-over" tone="quiet" onTap={() => open(routes.home)}>
          回首页看看
        </BigButton>
      )}
    </>
  )
}
