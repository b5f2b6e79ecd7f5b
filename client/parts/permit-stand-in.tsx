import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { type StandIn, standInStore } from '../session/permit-sheet'
import { BigButton } from './button'
import './permit-stand-in.scss'
import { Sheet } from './sheet'

/** In a browser this stands for WeChat's sheet; on WeChat there is nothing of it. */
export const PermitStandIn = process.env.TARO_ENV === 'h5' ? ShownStandIn : Nothing

function Nothing(): ReactNode {
  return null
}

function ShownStandIn(): ReactNode {
  const sheet = useStore(standInStore, (state) => state.sheet)
  return sheet && <Lines sheet={sheet} />
}

function Lines({ sheet }: { sheet: StandIn }): ReactNode {
  const all = sheet.asked.map(({ templateId }) => templateId)
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set(all))
  const toggle = (templateId: string) => {
    const next = new Set(chosen)
    if (!next.delete(templateId)) next.add(templateId)
    choose(next)
  }
  return (
    <Sheet open title="允许发送以下消息？">
      <View className="stand-in soft">惠邻 · 微信的授权弹窗在这里用它代替</View>
      {sheet.asked.map(({ templateId, title }) => (
        <View
          key={templateId}
          className="stand-in-line"
          role="checkbox"
          aria-checked={chosen.has(templateId)}
          onClick={() => toggle(templateId)}
        >
          <View className={`stand-in-box ${chosen.has(templateId) ? 'stand-in-chosen' : ''}`} />
          <View>{title}</View>
        </View>
      ))}
      <View className="stand-in-ways">
        <BigButton className="stand-in-reject" tone="quiet" onTap={() => sheet.answer(new Set())}>
          拒绝
        </BigButton>
        <BigButton className="stand-in-allow" onTap={() => sheet.answer(chosen)}>
          允许
        </BigButton>
      </View>
    </Sheet>
  )
}
