import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { shortYuan } from '../../format'
import {
  joinedText,
  stateAt,
  thresholdShare,
  thresholdText,
  whenLine,
} from '../../lists/card-words'
import type { ListCard } from '../../lists/lists.store'
import { Faces } from '../../parts/faces'
import { ListState } from '../../parts/list-state'
import { isLastDay, leftText } from '../../parts/list-time'
import { Progress } from '../../parts/progress'
import { StoredPicture } from '../../parts/stored-picture'
import { open, routes } from '../../routes'
import { useServerNow } from '../../session/use-server-now'

const MINUTE_MS = 60_000

/** A list at a glance: what, of whom, who is in, and how long one may still join. */
export function Card({ card }: { card: ListCard }): ReactNode {
  // Its own clock: it is there only once an answer has told the server's time.
  const now = useServerNow(MINUTE_MS)
  const { listId, title, picture, communityName, ownerName, fromFen, myEntryNo } = card
  const state = stateAt(card, now)
  return (
    <View
      className={`card list-card list-card-${state}`}
      role="button"
      hoverClass="touched"
      onClick={() => open(routes.list, { listId })}
    >
      <View className="list-card-head">
        <StoredPicture file={picture} label={title} shape="cover" />
        <View className="list-card-words">
          <View className="list-card-title">{title}</View>
          <View className="soft one-line">
            {communityName ? `${ownerName} · ${communityName}` : ownerName}
          </View>
          <View className="list-card-price figures">
            <Text className="list-card-yuan">¥{shortYuan(fromFen)}</Text>
            <Text className="soft"> 起</Text>
          </View>
        </View>
      </View>
      <Threshold threshold={card.threshold} />
      <View className="list-card-foot">
        <View className="list-card-joined">
          <Faces names={card.lastNames} />
          <View className="figures">{joinedText(card)}</View>
        </View>
        {myEntryNo !== null && (
          <View className="list-card-mine figures">我是第 {myEntryNo} 位</View>
        )}
      </View>
      <Closing card={card} state={state} now={now} />
    </View>
  )
}

function Threshold({ threshold }: Pick<ListCard, 'threshold'>): ReactNode {
  if (threshold === null) return null
  return (
    <View className="list-card-threshold">
      <Progress share={thresholdShare(threshold)} />
      <View className="soft figures">{thresholdText(threshold)}</View>
    </View>
  )
}

interface ClosingProps {
  card: ListCard
  now: number
  state: ListCard['state']
}

function Closing({ card, state, now }: ClosingProps): ReactNode {
  const isRunning = state === 'running'
  return (
    <View className="list-card-when figures">
      <ListState state={state} />
      <View className="list-card-closing">{whenLine(card, now)}</View>
      {isRunning && isLastDay(card.cutOffAt, now) && <Left untilAt={card.cutOffAt} />}
    </View>
  )
}

/** On its last day the seconds run, by the server's clock. */
function Left({ untilAt }: { untilAt: number }): ReactNode {
  const now = useServerNow(1_000)
  return (
    <View className="list-card-left" role="timer">
      还剩 {leftText(untilAt, now)}
    </View>
  )
}
