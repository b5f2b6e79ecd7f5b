import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { PrivacySheet } from '../../parts/privacy-sheet'

/** Joining the shop on the way: the button says what she agrees to, here she reads it. */
export function Consent(): ReactNode {
  const [reading, setReading] = useState(false)
  return (
    <View className="order-consent">
      <View className="soft">还不是会员，接龙的同时免费入会，按会员价算</View>
      <View className="consent-link" hoverClass="touched" onClick={() => setReading(true)}>
        《会员隐私说明》
      </View>
      <PrivacySheet open={reading} onClose={() => setReading(false)} />
    </View>
  )
}
