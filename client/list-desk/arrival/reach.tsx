import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { Bones } from '../../parts/bone'
import { Line } from '../../parts/line'
import { PagedList } from '../../parts/paged-list'
import { type Arrived, reachedStore } from '../arrival.store'

const wayWords = {
  ...{ wechat: '微信通知', inbox: '消息里', none: '没有账号，请当面说' },
  notYet: '没到齐，还没通知',
} as const

interface ReachProps {
  listId: string
  reached: Arrived['reached']
}

/** 到货通知: how many it reached on WeChat, how many find it in their inbox, and who they are. */
export function Reach({ listId, reached }: ReachProps): ReactNode {
  const [isOpen, setOpen] = useState(false)
  const load = () => reachedStore.getState().load({ listId })
  const show = () => {
    setOpen(true)
    load()
  }
  return (
    <View className="card reach">
      <View className="card-title">到货通知</View>
      <Line label="微信通知到" value={`${reached.permitCount} 人`} />
      <Line label="在消息里看到" value={`${reached.inboxCount} 人`} />
      {isOpen ? (
        <PagedList
          list={reachedStore}
          skeleton={<Bones shape="row" count={3} />}
          empty={<View className="soft">没有人要通知</View>}
          onRetry={load}
        >
          {(entries) =>
            entries.map(({ entryNo, name, way }) => (
              <Line key={entryNo} label={`${entryNo}. ${name}`} value={wayWords[way]} />
            ))
          }
        </PagedList>
      ) : (
        <View className="reach-who" role="button" hoverClass="touched" onClick={show}>
          看看都有谁
        </View>
      )}
    </View>
  )
}
