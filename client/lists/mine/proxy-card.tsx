import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { serverNow } from '../../clock'
import { inGroups } from '../../format'
import { BigButton } from '../../parts/button'
import { nearText } from '../../parts/list-time'
import { Refused } from '../../parts/refused'
import { newProxyCode, proxyStore } from '../pickups.store'

/** 代取: somebody else fetches all of it, with a code that works once and for a day. */
export function ProxyCard({ untilAt }: { untilAt: number | null }): ReactNode {
  const { sending, refused, answer } = useStore(proxyStore)
  return (
    <View className="card proxy">
      <View className="card-title">请人代取</View>
      <View className="soft">代取码一天内有效，只能用一次；重新生成后，前一个就作废</View>
      {answer ? (
        <View
          className="proxy-code"
          role="button"
          hoverClass="touched"
          onClick={() => Taro.setClipboardData({ data: answer.proxyCode })}
        >
          <View className="list-pickup-digits figures">{inGroups(answer.proxyCode).join(' ')}</View>
          <View className="soft figures">
            {nearText(answer.untilAt, serverNow())}前有效，点一下复制给帮您取的人
          </View>
        </View>
      ) : (
        untilAt !== null && (
          <View className="proxy-there soft figures">
            已经有一个代取码，{nearText(untilAt, serverNow())}前有效
          </View>
        )
      )}
      <Refused className="proxy-refused" message={refused?.message} />
      <BigButton className="proxy-make" tone="quiet" busy={sending} onTap={newProxyCode}>
        {answer || untilAt !== null ? '换一个代取码' : '生成代取码'}
      </BigButton>
    </View>
  )
}
