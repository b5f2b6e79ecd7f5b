import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { PageState } from '../../page-state'
import { Bones } from '../../parts/bone'
import { Line } from '../../parts/line'
import { type Arrived, reachedStore } from '../arrival.store'

const wayWords = { wechat: '微信通知', inbox: '消息里', none: '没有账号，请当面说' } as const

interface ReachProps {
  listId: string
  reached: Arrived['reached']
}

/** 到货通知: how many it reached on WeChat, how many find it in their inbox, and who they are. */
export function Reach({ listId, reached }: ReachProps): ReactNode {
  const [isOpen, setOpen] = useState(false)
  const shown = useStore(reachedStore)
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
        <PageState shown={shown} skeleton={<Bones shape="row" count={3} />} onRetry={load}>
          {({ entries }) => (
            <>
              {entries.map(({ entryNo, name, way }) => (
                <Line key={entryNo} label={`${entryNo}. ${name}`} value={wayWords[way]} />
              ))}
            </>
          )}
        </PageState>
      ) : (
        <View className="reach-who" role="button" hoverClass="touched" onClick={show}>
          看看都有谁
        </View>
      )}
    </View>
  )
}
