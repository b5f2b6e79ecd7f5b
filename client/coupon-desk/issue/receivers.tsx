import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { BigButton } from '../../parts/button'
import { hasCamera, scanWithCamera } from '../../parts/camera'
import { LongText } from '../../parts/long-text'
import { Row } from '../../parts/row'
import { receiversStore } from '../issue.store'

/** As much as a list of five hundred numbers takes. */
const PASTED_LETTERS = 6_000

/** Who gets one: added by number or code, seen by name, taken off again. */
export function Receivers(): ReactNode {
  return (
    <>
      <AddReceivers />
      <ReceiverRows />
    </>
  )
}

function AddReceivers(): ReactNode {
  const [typed, setTyped] = useState('')
  const { waitingCount, odd, add } = useStore(receiversStore)
  const addTyped = async () => {
    const entered = typed
    setTyped('')
    await add(entered)
  }
  const scan = async () => {
    const code = await scanWithCamera()
    if (code) await add(code)
  }
  return (
    <View className="card">
      <View className="card-title">发给谁</View>
      <LongText
        name="issue-numbers"
        label="会员号或会员码"
        value={typed}
        placeholder="会员号（会员码的前 8 位），一行一个，可以整段粘贴"
        maxLength={PASTED_LETTERS}
        onChange={setTyped}
      />
      {hasCamera && (
        <View className="issue-scan">
          <BigButton tone="quiet" onTap={scan}>
            扫会员码
          </BigButton>
        </View>
      )}
      <BigButton
        className="issue-add"
        tone="quiet"
        busy={waitingCount > 0}
        disabled={typed.trim() === ''}
        onTap={addTyped}
      >
        {waitingCount > 0 ? `还有 ${waitingCount} 位在查` : '加到名单'}
      </BigButton>
      {odd.length > 0 && (
        <View className="issue-odd" role="alert">
          {odd.map((each) => (
            <View key={each.typed}>
              {each.typed}：{each.why}
            </View>
          ))}
        </View>
      )}
    </View>
  )
}

function ReceiverRows(): ReactNode {
  const { receivers, remove } = useStore(receiversStore)
  if (receivers.length === 0) return null
  return (
    <View className="card rows">
      {receivers.map(({ memberId, memberNumber, maskedName }) => (
        <Row
          key={memberId}
          className="receiver"
          title={maskedName}
          notes={[`会员号 ${memberNumber}`]}
          aside={
            <View
              className="receiver-remove"
              role="button"
              hoverClass="touched"
              onClick={() => remove(memberId)}
            >
              去掉
            </View>
          }
        />
      ))}
    </View>
  )
}
