import { birthdayText } from '@shared/calendar/birthday'
import { REASON_MAX_LENGTH } from '@shared/limits'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import type { OutputAt } from '../api'
import { revealStore } from '../session/reveal.store'
import { BigButton } from './button'
import { Field } from './field'
import { Refused } from './refused'
import { refusedText } from './refused-text'
import { Segments } from './segments'
import { Sheet } from './sheet'
import './reveal-sheet.scss'

type Kind = OutputAt<'members.reveal'>['what']

const kinds: readonly { value: Kind; label: string }[] = [
  { value: 'birthday', label: '生日' },
  { value: 'phone', label: '手机尾号' },
]

interface RevealSheetProps {
  /** As the page calls her. */
  name: string
  /** Who stands at the desk, or whom a manager names. */
  whose: { ticket: string; storeId: string } | { memberNumber: string }
  onClose(): void
}

/** One thing at a time, for a reason: both are kept, and the member may ask who looked. */
export function RevealSheet({ name, whose, onClose }: RevealSheetProps): ReactNode {
  const { sending, refused, answer } = useStore(revealStore)
  const [what, setWhat] = useState<Kind>('birthday')
  const [reason, setReason] = useState('')
  const close = () => {
    revealStore.getState().close()
    onClose()
  }
  const look = () => {
    revealStore.getState().open({ ...whose, what, reason: reason.trim() })
    revealStore.getState().send()
  }
  return (
    <Sheet open title={`${name} 的资料`} onClose={close}>
      <Segments
        className="reveal-kinds"
        choices={kinds}
        chosen={what}
        onChoose={(kind) => setWhat(kind)}
      />
      <Field
        name="reveal-reason"
        label="原因"
        value={reason}
        placeholder="例如：核对生日礼"
        maxLength={REASON_MAX_LENGTH}
        onChange={setReason}
      />
      {answer && <View className="reveal-answer figures">{wordsOf(answer)}</View>}
      <Refused className="reveal-refused" message={refused && refusedText(refused)} />
      <View className="reveal-note soft">每次查看都会留下记录：谁、什么时候、为什么</View>
      <BigButton
        className="reveal-look"
        busy={sending}
        disabled={reason.trim() === ''}
        onTap={look}
      >
        查看
      </BigButton>
    </Sheet>
  )
}

function wordsOf({ phone, birthday }: OutputAt<'members.reveal'>): string {
  return birthday ? birthdayText(birthday) : (phone ?? '')
}
