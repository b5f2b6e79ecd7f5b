import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { BigButton } from '../../parts/button'
import { nearText } from '../../parts/list-time'
import { listStateWords } from '../../parts/list-words'
import { ShareButton } from '../../parts/share-button'
import { open, routes } from '../../routes'
import { useServerNow } from '../../session/use-server-now'
import { stateAt } from '../card-words'
import type { ListShown } from '../list.store'
import { openOrder } from '../order.store'
import { standing } from '../order-form'

const TICK_MS = 1_000

/** Under the thumb: to join, to hand on, to manage. */
export function Foot({ list }: { list: ListShown }): ReactNode {
  const { listId, isDesk } = list
  return (
    <View className="list-foot">
      <View className="foot-side">
        {isDesk && (
          <View
            className="foot-link foot-desk"
            role="button"
            hoverClass="touched"
            onClick={() => open(routes.listKept, { listId })}
          >
            管理
          </View>
        )}
        <View
          className="foot-link foot-poster"
          role="button"
          hoverClass="touched"
          onClick={() => open(routes.listPoster, { listId })}
        >
          海报
        </View>
      </View>
      <Main list={list} />
    </View>
  )
}

function Main({ list }: { list: ListShown }): ReactNode {
  const now = useServerNow(TICK_MS)
  const state = stateAt(list, now)
  const { opensAt } = list
  if (state === 'running' && standing(list) === null) {
    return (
      <BigButton className="list-join" onTap={() => openOrder(list)}>
        {list.isMember ? '我要接龙' : '一键入会并接龙'}
      </BigButton>
    )
  }
  if (state === 'coming' && opensAt !== null) {
    return (
      <BigButton className="list-wait" disabled>
        {nearText(opensAt, now)} 开始
      </BigButton>
    )
  }
  if (state === 'running') {
    return <ShareButton className="list-share">喊邻居一起接</ShareButton>
  }
  return (
    <BigButton className="list-over" disabled>
      {listStateWords[state]}
    </BigButton>
  )
}
