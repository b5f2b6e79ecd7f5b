import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { BigButton } from '../../parts/button'
import { Field } from '../../parts/field'
import { memberNumberIn } from '../../parts/member-number'
import { Refused } from '../../parts/refused'
import { previewMerge, previewStore } from '../merges.store'
import { MergeSheet } from './merge-sheet'

/** Which two; then what would move is shown, and confirmed on the sheet. */
export function NewMerge(): ReactNode {
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const { data, loading, trouble } = useStore(previewStore)
  const [numbers, setNumbers] = useState<{ fromNumber: string; toNumber: string } | null>(null)
  const fromNumber = memberNumberIn(from)
  const toNumber = memberNumberIn(to)
  const look = async () => {
    if (fromNumber === null || toNumber === null) return
    const wanted = { fromNumber, toNumber }
    setNumbers(wanted)
    await previewMerge(wanted)
  }
  const leave = (isMerged: boolean) => {
    setNumbers(null)
    previewStore.setState({ data: null, trouble: null })
    if (!isMerged) return
    setFrom('')
    setTo('')
  }
  return (
    <View className="card new-merge">
      <Field
        name="merge-from"
        label="转出会员"
        value={from}
        reads="memberNumber"
        placeholder="会员码的前 8 位数字"
        onChange={setFrom}
      />
      <Field
        name="merge-to"
        label="保留会员"
        value={to}
        reads="memberNumber"
        placeholder="会员码的前 8 位数字"
        onChange={setTo}
      />
      <Refused className="merge-refused" message={trouble?.message} />
      <BigButton
        className="merge-preview"
        busy={loading}
        disabled={fromNumber === null || toNumber === null}
        onTap={look}
      >
        看看会转移什么
      </BigButton>
      {numbers && data && <MergeSheet numbers={numbers} preview={data} onLeave={leave} />}
    </View>
  )
}
