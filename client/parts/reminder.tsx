import type { TemplateKey } from '@shared/messages/template'
import { View } from '@tarojs/components'
import { type ReactNode, useEffect } from 'react'
import { useStore } from 'zustand'
import { serverNow } from '../clock'
import {
  askable,
  askingStore,
  askPermits,
  knowPermits,
  mayOffer,
  permitsStore,
} from '../session/permits.store'
import { Icon } from './icon'
import './reminder.scss'

interface ReminderProps {
  /** What the sheet asks for, the most worth first. */
  keys: readonly TemplateKey[]
  /** What she gets by it, e.g. `礼品快过期时，微信提醒我`. */
  words: string
  /** What her tap does besides, whatever she says to the sheet. */
  onAsked?(): void
}

/**
 * Offers a reminder on WeChat where it is of use to her: one tap, then WeChat's own sheet. There is
 * nothing to see where nothing may be asked, and once she was asked it says what came of it.
 */
export function Reminder({ keys, words, onAsked }: ReminderProps): ReactNode {
  const permits = useStore(permitsStore, ({ data }) => data)
  const { askedAt, isOpen, last } = useStore(askingStore)
  useEffect(() => {
    knowPermits()
  }, [])
  if (last?.keys === keys) return <Asked acceptedCount={last.acceptedCount} />
  const isOffered = mayOffer(permits, askedAt, serverNow()) && askable(permits, keys).length > 0
  if (!isOffered && !isOpen) return null
  const ask = async () => {
    if (await askPermits(keys)) onAsked?.()
  }
  return (
    <View className="reminder" role="button" hoverClass="touched" onClick={ask}>
      <Icon name="message" size={40} />
      <View className="reminder-words">{words}</View>
      <View className="reminder-way">开启</View>
    </View>
  )
}

function Asked({ acceptedCount }: { acceptedCount: number }): ReactNode {
  return (
    <View className="reminder reminder-done">
      <Icon name={acceptedCount > 0 ? 'check' : 'message'} size={40} />
      <View className="reminder-words">
        {acceptedCount > 0 ? '好的，到时微信提醒您' : '没关系，消息里也能看到'}
      </View>
    </View>
  )
}
