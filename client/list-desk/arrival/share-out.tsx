import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { BigButton } from '../../parts/button'
import { Line } from '../../parts/line'
import { itemText } from '../../parts/list-words'
import { replaceWith, routes } from '../../routes'
import type { Arrived } from '../arrival.store'
import { type ItemArrival, shortOf } from '../arrival-form'
import { Reach } from './reach'

interface ShareOutProps {
  listId: string
  answer: Arrived
  items: readonly ItemArrival[]
}

/** Who got how much of it, as far as it is less than ordered; and who was told. */
export function ShareOut({ listId, answer, items }: ShareOutProps): ReactNode {
  const short = shortOf(answer)
  const nameOf = (itemId: string) => {
    const item = items.find((each) => each.itemId === itemId)
    return item ? itemText(item) : ''
  }
  return (
    <>
      <View className="card share-out">
        <View className="card-title">{short.length === 0 ? '都到齐了' : '分好了'}</View>
        {short.length === 0 ? (
          <View className="soft">每个人都拿到订的份数</View>
        ) : (
          short.map(({ entryNo, itemId, gotCount, releasedCount }) => (
            <Line
              key={`${entryNo}-${itemId}`}
              label={`第 ${entryNo} 位 · ${nameOf(itemId)}`}
              value={gotCount === 0 ? '没有分到' : `分到 ${gotCount}，少 ${releasedCount}`}
            />
          ))
        )}
      </View>
      <Reach listId={listId} reached={answer.reached} />
      <BigButton
        className="arrival-entries"
        onTap={() => replaceWith(routes.listEntries, { listId })}
      >
        看名单
      </BigButton>
    </>
  )
}
