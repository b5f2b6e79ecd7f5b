import { View } from '@tarojs/components'
import { type ReactNode, useEffect } from 'react'
import { useStore } from 'zustand'
import { ConfirmSheet } from '../../parts/confirm-sheet'
import { open, routes } from '../../routes'
import {
  closeStore,
  copyList,
  copyStore,
  endRepeatStore,
  extendStore,
  loadUntil,
  type OwnedList,
  withdrawStore,
} from '../owned.store'

export type Step = 'close' | 'extend' | 'endRepeat' | 'withdraw' | 'copy'

const stores = {
  close: closeStore,
  extend: extendStore,
  endRepeat: endRepeatStore,
  withdraw: withdrawStore,
  copy: copyStore,
} as const

const words: Readonly<Record<Step, { title: string; text: string; label: string }>> = {
  close: {
    title: '现在截单？',
    text: '从这一刻起不再接，候补和成团马上有结果，之后不能再打开。',
    label: '现在截单',
  },
  extend: {
    title: '延长一天？',
    text: '截单时间往后二十四小时，只能延长这一次；已经接的邻居不用再做什么。',
    label: '延长一天',
  },
  endRepeat: {
    title: '停止每周重复？',
    text: '这一单照常，下周不再自动打开。',
    label: '停止重复',
  },
  withdraw: {
    title: '撤回这条接龙？',
    text: '还没有人接，撤回后邻居看不到它；每周重复也一起停。',
    label: '撤回',
  },
  copy: {
    title: '再来一单？',
    text: '复制成一份新的草稿，东西和自提点都一样，改好时间就能发。',
    label: '复制成草稿',
  },
}

const ofDraft = { title: '删掉这份草稿？', text: '删掉就找不回来了。', label: '删掉' }

interface StepSheetProps {
  list: OwnedList
  step: Step
  onClose(): void
}

/** What changes a list, asked once, with what comes of it. */
export function StepSheet({ list, step, onClose }: StepSheetProps): ReactNode {
  const { sending, refused } = useStore(stores[step])
  const { listId } = list
  const isDraft = step === 'withdraw' && list.state === 'draft'
  const { title, text, label } = isDraft ? ofDraft : words[step]
  useEffect(() => {
    stores[step].getState().open({ listId })
    return () => stores[step].getState().close()
  }, [step, listId])
  const take = async () => {
    if (step === 'copy') {
      const copiedId = await copyList(listId)
      if (copiedId === null) return
      onClose()
      open(routes.listEdit, { listId: copiedId })
      return
    }
    await stores[step].getState().send()
    const isDone = stores[step].getState().answer !== null
    await loadUntil(listId)
    if (isDone) onClose()
  }
  const isWarning = step === 'close' || step === 'withdraw' || step === 'endRepeat'
  return (
    <ConfirmSheet
      name={`list-${step}`}
      title={title}
      sending={sending}
      refused={refused?.message}
      step={{ label, onTap: take, ...(isWarning ? { tone: 'warning' as const } : {}) }}
      onClose={onClose}
    >
      <View>{text}</View>
    </ConfirmSheet>
  )
}
