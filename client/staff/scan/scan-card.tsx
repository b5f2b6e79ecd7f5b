import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { BigButton } from '../../parts/button'
import { hasCamera, scanWithCamera } from '../../parts/camera'
import { FieldBox } from '../../parts/field'
import { Icon } from '../../parts/icon'
import { readCode } from '../../parts/scanned-code'
import { deskStore } from '../../session/desk.store'

/** 18 digits and the blanks between their groups, with room for a paste that is wrong. */
const TYPED_MAX_LENGTH = 32

interface ScanCardProps {
  /** Which codes are taken here, as staff call them. */
  codes: string
  /** True when it was taken: the field is emptied for the next one. */
  onCode(text: string): Promise<boolean>
}

/** The one thing to do here: the camera first, the digits by hand below. */
export function ScanCard({ codes, onCode }: ScanCardProps): ReactNode {
  const scanning = useStore(deskStore, (desk) => desk.scanning)
  const [typed, setTyped] = useState('')
  const take = async (code: string) => {
    if (await onCode(code)) setTyped('')
  }
  const scan = async () => {
    const code = await scanWithCamera()
    if (code) await take(code)
  }
  const type = (value: string) => {
    setTyped(value)
    // A whole member code needs no further tap; a pick-up code could be the start of one.
    if (readCode(value).kind === 'member') take(value)
  }
  return (
    <View className="card scan-card">
      {hasCamera && (
        <View className="scan-open" hoverClass="touched" role="button" onClick={scan}>
          <Icon name="code" size={72} />
          <View className="scan-open-label">扫一扫</View>
          <View className="scan-open-note">{codes}</View>
        </View>
      )}
      <FieldBox
        className="scan-field"
        label={`输入或粘贴${codes}`}
        value={typed}
        maxLength={TYPED_MAX_LENGTH}
        placeholder={`输入或粘贴${codes}`}
        confirmType="search"
        onChange={type}
        onConfirm={() => take(typed)}
      />
      <BigButton
        className="scan-submit"
        tone={hasCamera ? 'quiet' : 'main'}
        busy={scanning}
        disabled={typed.trim() === ''}
        onTap={() => take(typed)}
      >
        查询
      </BigButton>
    </View>
  )
}
