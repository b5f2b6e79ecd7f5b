import { Swiper, SwiperItem, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { countText } from '../../format'
import { ListState } from '../../parts/list-state'
import { leftText, nearText } from '../../parts/list-time'
import { Progress } from '../../parts/progress'
import { StoredPicture } from '../../parts/stored-picture'
import { useServerNow } from '../../session/use-server-now'
import { stateAt, thresholdShare, thresholdText } from '../card-words'
import type { ListShown } from '../list.store'

/** What it is, of whom, and how long one may still join. */
export function Head({ list }: { list: ListShown }): ReactNode {
  const { title, ownerName, communityName, words, threshold } = list
  return (
    <View className="card list-head">
      <Pictures list={list} />
      <View className="list-title">{title}</View>
      <View className="soft list-owner">
        {communityName ? `${ownerName} · ${communityName}` : ownerName}
      </View>
      {words !== '' && <View className="list-words">{words}</View>}
      <Clock list={list} />
      {threshold && (
        <View className="list-threshold">
          <Progress share={thresholdShare(threshold)} />
          <View className="soft figures">{thresholdText(threshold)}</View>
        </View>
      )}
    </View>
  )
}

function Pictures({ list: { pictures, title } }: { list: ListShown }): ReactNode {
  const [only] = pictures
  if (only === undefined) return null
  if (pictures.length === 1) return <StoredPicture file={only} label={title} shape="wide" />
  return (
    <Swiper className="list-pictures" indicatorDots circular>
      {pictures.map((file) => (
        <SwiperItem key={file}>
          <StoredPicture file={file} label={title} shape="wide" />
        </SwiperItem>
      ))}
    </Swiper>
  )
}

/** Alone with its seconds, so that nothing else of the page is drawn with them. */
function Clock({ list }: { list: ListShown }): ReactNode {
  const now = useServerNow(1_000)
  const state = stateAt(list, now)
  const { opensAt, cutOffAt, isExtended, entryCount } = list
  const opens = state === 'coming' && opensAt !== null ? opensAt : null
  const isRunning = state === 'running'
  return (
    <View className="list-clock" role="timer">
      <View className="list-clock-line">
        <ListState state={state} />
        <View className="figures">{countText(entryCount)} 人已接龙</View>
      </View>
      <View className="list-clock-line">
        <View className="soft figures">
          {nearText(opens ?? cutOffAt, now)}
          {opens !== null ? ' 开始' : isRunning ? ' 截单' : ' 已截单'}
          {isExtended && '（延长过一次）'}
        </View>
        {(isRunning || opens !== null) && (
          <View className="list-left figures">{leftText(opens ?? cutOffAt, now)}</View>
        )}
      </View>
    </View>
  )
}
