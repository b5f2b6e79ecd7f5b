import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { ShareButton } from '../../parts/share-button'

/** How a group is bound: the card goes into it, and she opens it there. */
export function BindCard({ isBound }: { isBound: boolean }): ReactNode {
  return (
    <View className="card bind-card">
      <View className="card-title">{isBound ? '更换微信群' : '绑定微信群'}</View>
      <View className="bind-steps">
        <View className="bind-step">1. 把绑定卡片发到{isBound ? '新的' : '您的'}微信群里</View>
        <View className="bind-step">2. 在那个群里点开卡片</View>
        <View className="bind-step">3. 核对社群名称，确认绑定</View>
      </View>
      {isBound && (
        <View className="soft bind-note">群解散或拆分了，才需要更换。以往的福利和成绩都会留下</View>
      )}
      <ShareButton className="bind-send" tone={isBound ? 'quiet' : 'main'}>
        发绑定卡片到群里
      </ShareButton>
    </View>
  )
}
