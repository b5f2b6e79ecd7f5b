import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { yuanText } from '../format'
import { type PaySheet, type PayWay, paySheetStore } from '../session/wechat-pay'
import './pay-stand-in.scss'

/** In a browser this stands for WeChat's sheet of payment; on WeChat there is nothing of it. */
export const PayStandIn = process.env.TARO_ENV === 'h5' ? ShownStandIn : Nothing

function Nothing(): ReactNode {
  return null
}

function ShownStandIn(): ReactNode {
  const sheet = useStore(paySheetStore, (state) => state.sheet)
  return sheet && <Sheet sheet={sheet} />
}

function Sheet({ sheet }: { sheet: PaySheet }): ReactNode {
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const pay = async (way: PayWay) => {
    if (busy) return
    setBusy(true)
    const sentence = await sheet.pay(way)
    setBusy(false)
    setRefused(sentence)
    if (sentence === null) sheet.close('paid')
  }
  return (
    <View className="pay-veil" catchMove>
      <View className="pay-sheet" role="dialog" aria-label="微信支付">
        <View className="pay-head">
          <View
            className="pay-cancel"
            role="button"
            aria-label="关闭"
            onClick={() => sheet.close(refused === null ? 'cancelled' : 'failed')}
          >
            ×
          </View>
          <View>微信支付</View>
        </View>
        <View className="pay-title">{sheet.title}</View>
        <View className="pay-sum figures">¥{yuanText(sheet.amountFen)}</View>
        <View className="pay-line">
          <View className="pay-soft">付款方式</View>
          <View>零钱</View>
        </View>
        {refused !== null && (
          <View className="pay-refused" role="alert">
            {refused}
          </View>
        )}
        <View className="pay-now" role="button" aria-disabled={busy} onClick={() => pay('atOnce')}>
          {busy ? '正在付款…' : '确认付款'}
        </View>
        <View className="pay-trials">
          <View className="pay-soft">微信的付款页在这里用它代替，也可以试试：</View>
          <Trial name="pay-later" words="付款，通知晚三分钟到" onTap={() => pay('noticeLater')} />
          <Trial name="pay-lost" words="付款，通知丢失" onTap={() => pay('noticeLost')} />
          <Trial name="pay-broken" words="没有付成，网络断了" onTap={() => sheet.close('failed')} />
        </View>
      </View>
    </View>
  )
}

function Trial({ name, words, onTap }: { name: string; words: string; onTap(): void }): ReactNode {
  return (
    <View className={`pay-trial ${name}`} role="button" onClick={onTap}>
      {words}
    </View>
  )
}
