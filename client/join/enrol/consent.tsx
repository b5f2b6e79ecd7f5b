import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { BigButton } from '../../parts/button'
import { PrivacySheet } from '../../parts/privacy-sheet'
import { Refused } from '../../parts/refused'
import { TickBox } from '../../parts/tick-box'
import { open, routes } from '../../routes'
import { joinStore } from '../join.store'

/**
 * The box starts unticked and nobody ticks it unasked: the button says 同意并入会 while it is
 * open, so pressing it is the act of agreeing, and the box shows it. Others browse on.
 */
export function Consent(): ReactNode {
  const { sending, refused, answer } = useStore(joinStore)
  const [agreed, setAgreed] = useState(false)
  const [reading, setReading] = useState(false)
  const join = () => {
    setAgreed(true)
    joinStore.getState().send()
  }
  return (
    <View className="consent">
      <Refused className="consent-refused" message={refused?.message} />
      <View className="consent-row">
        <View
          className="consent-tap"
          role="checkbox"
          aria-checked={agreed}
          onClick={() => setAgreed(!agreed)}
        >
          <TickBox ticked={agreed} />
          <Text>我已阅读并同意</Text>
        </View>
        <View className="consent-link" onClick={() => setReading(true)} hoverClass="touched">
          《会员隐私说明》
        </View>
      </View>
      <BigButton className="join-confirm" busy={sending || answer !== null} onTap={join}>
        {agreed ? '立即入会' : '同意并入会'}
      </BigButton>
      <View className="consent-later" onClick={() => open(routes.home)} hoverClass="touched">
        先逛逛，暂不入会
      </View>
      <PrivacySheet open={reading} onClose={() => setReading(false)} />
    </View>
  )
}
