import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { countText, dayText } from '../../format'
import { Icon } from '../../parts/icon'
import { Line } from '../../parts/line'
import { Ticket } from '../../parts/ticket'
import { useServerNow } from '../../session/use-server-now'
import { atTime, audienceText, countdownText, minuteText, stateWords } from '../drop-words'
import { claimStore, type DropShown } from '../drops.store'
import { Action } from './action'

const TICK_MS = 500

/** What it gives, how much is left, until when, and the one thing that she may do. */
export function Drop({ told }: { told: DropShown }): ReactNode {
  const now = useServerNow(TICK_MS)
  const got = useStore(claimStore, ({ answer }) => answer)
  const drop = { ...atTime(told, now), claimed: told.claimed ?? got }
  return (
    <>
      <View className="card drop-card">
        <Head drop={drop} />
        <WhatItGives drop={drop} />
        <Stock drop={drop} />
        <Countdown drop={drop} now={now} />
        <Action drop={drop} />
      </View>
      <Terms drop={drop} />
    </>
  )
}

function Head({ drop }: { drop: DropShown }): ReactNode {
  const { title, communityName, state } = drop
  return (
    <View className="drop-head">
      <View className={`drop-state drop-state-${state}`}>{stateWords[state]}</View>
      <View className="drop-title">{title}</View>
      {communityName !== null && (
        <View className="drop-community soft">
          <Icon name="lists" size={32} />
          <View className="one-line">{communityName}</View>
        </View>
      )}
    </View>
  )
}

/** The coupon as the drop has it; once it is hers, with the days that it lasts. */
function WhatItGives({ drop }: { drop: DropShown }): ReactNode {
  const got = useStore(claimStore, ({ answer }) => answer?.coupon ?? null)
  const { title, face, sentence, thresholdFen, limitWords, validityText } = drop.coupon
  return (
    <Ticket
      className="drop-ticket"
      {...{ title, face, sentence, thresholdFen, limitWords }}
      note={got ? `有效至${dayText(got.expiresOn)}` : validityText}
      {...(drop.claimed ? { aside: '已领' } : {})}
    />
  )
}

function Stock({ drop }: { drop: DropShown }): ReactNode {
  const { leftCount, quota, communityId, state } = drop
  // What is left of one that is over nobody can have.
  if (state === 'cancelled' || state === 'closed') return null
  const share = quota > 0 ? Math.ceil((leftCount * 100) / quota) : 0
  const where = communityId === null ? '各群合计' : '本群'
  return (
    <View className="drop-stock">
      <View className="drop-bar" aria-hidden>
        <View className="drop-left" style={{ width: `${share}%` }} />
      </View>
      <View className="drop-counts figures">
        <View className="drop-left-count">
          {leftCount > 0 ? `还剩 ${countText(leftCount)} 张` : '一张不剩'}
        </View>
        <View className="soft">
          {where}共 {countText(quota)} 张
        </View>
      </View>
    </View>
  )
}

function Countdown({ drop, now }: { drop: DropShown; now: number }): ReactNode {
  const { state, opensAt, closesAt } = drop
  if (state !== 'scheduled' && state !== 'open') return null
  const isEarly = state === 'scheduled'
  return (
    <View className="drop-countdown" role="timer">
      <View className="soft">{isEarly ? '距开始' : '距结束'}</View>
      <View className="drop-clock figures">{countdownText(isEarly ? opensAt : closesAt, now)}</View>
    </View>
  )
}

function Terms({ drop }: { drop: DropShown }): ReactNode {
  const { terms, who, opensAt, closesAt } = drop
  return (
    <View className="card drop-terms">
      <View className="card-title">领取说明</View>
      <Line label="开始" value={minuteText(opensAt)} />
      <Line label="结束" value={minuteText(closesAt)} />
      <Line label="适用" value={audienceText(who)} />
      <Line label="限领" value="每人一张，几个群合计" />
      {terms !== '' && <View className="drop-terms-text">{terms}</View>}
    </View>
  )
}
