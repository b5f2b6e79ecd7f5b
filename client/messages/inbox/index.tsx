import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { sentenceText, unreadText } from '../../format'
import { Notice } from '../../page-state'
import { Bones } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { Icon } from '../../parts/icon'
import { Page } from '../../parts/page'
import { PagedList, usePagedList } from '../../parts/paged-list'
import { Refused } from '../../parts/refused'
import { LinkRow } from '../../parts/row'
import { open, type Route, routes } from '../../routes'
import {
  loadMessages,
  type Message,
  messagesStore,
  readAll,
  readAllStore,
  readMessage,
} from '../messages.store'
import { whenText } from '../when-text'
import './index.scss'

/** What she was told, and where it leads; a tap reads it. */
export default function InboxPage(): ReactNode {
  usePagedList(messagesStore, loadMessages)
  const nowAt = useStore(messagesStore, ({ head }) => head?.serverNow ?? 0)
  return (
    <Page className="inbox-page">
      <PagedList
        list={messagesStore}
        skeleton={<Bones shape="ticket" count={4} />}
        empty={<NoMessages />}
        onRetry={loadMessages}
      >
        {(rows) => (
          <>
            <InboxHead />
            <RemindersLink />
            <View className="card rows">
              {rows.map((row) => (
                <MessageRow key={row.messageId} message={row} nowAt={nowAt} />
              ))}
            </View>
          </>
        )}
      </PagedList>
    </Page>
  )
}

function InboxHead(): ReactNode {
  const unreadCount = useStore(messagesStore, ({ head }) => head?.unreadCount ?? 0)
  const { sending, refused } = useStore(readAllStore)
  const isUnread = unreadCount > 0
  return (
    <>
      <View className="inbox-head">
        <View className="soft figures">{isUnread ? unreadText(unreadCount) : '都看过了'}</View>
        {isUnread && (
          <View
            className={`inbox-read-all ${sending ? 'inbox-sending' : ''}`}
            role="button"
            aria-disabled={sending}
            hoverClass="touched"
            onClick={readAll}
          >
            {sending ? '正在标记…' : '全部已读'}
          </View>
        )}
      </View>
      <Refused className="inbox-refused" message={isUnread ? refused?.message : null} />
    </>
  )
}

const icons: Readonly<Record<Message['topic'], string>> = {
  coupon: 'coupon',
  points: 'points',
  pickup: 'pickup',
  text: 'notice',
  tier: 'gift',
  gift: 'gift',
  list: 'lists',
}

const pages: Readonly<Record<NonNullable<Message['link']>['to'], Route>> = {
  wallet: routes.wallet,
  points: routes.points,
  redemption: routes.redemption,
  reward: routes.reward,
  tiers: routes.tiers,
  drop: routes.drop,
  gift: routes.pack,
  list: routes.list,
}

function MessageRow({ message, nowAt }: { message: Message; nowAt: number }): ReactNode {
  const { topic, title, text, at, readAt, link } = message
  const isUnread = readAt === null
  const follow = () => {
    readMessage(message)
    if (link) open(pages[link.to], link.query)
  }
  return (
    <View
      className={`row message ${isUnread ? 'message-unread' : 'message-read'}`}
      {...(link || isUnread ? { role: 'button', hoverClass: 'touched', onClick: follow } : {})}
    >
      <View className="row-icon">
        <Icon name={icons[topic]} size={48} />
      </View>
      <View className="row-words">
        <View className="message-title">
          <View>{title}</View>
          {isUnread && <View className="message-new">未读</View>}
        </View>
        <View className="message-text figures">{sentenceText(text)}</View>
        <View className="soft figures">{whenText(at, nowAt)}</View>
      </View>
      {link && <Icon name="arrow" size={32} />}
    </View>
  )
}

/** What of this comes by WeChat as well. */
function RemindersLink(): ReactNode {
  return (
    <View className="card rows inbox-reminders">
      <LinkRow
        className="to-reminders"
        icon="notice"
        title="消息提醒"
        note="重要消息微信通知您"
        onOpen={() => open(routes.reminders)}
      />
    </View>
  )
}

function NoMessages(): ReactNode {
  return (
    <>
      <Notice icon="message" title="还没有消息" text="优惠券、积分和兑换有变化，都会在这里告诉您">
        <BigButton tone="quiet" onTap={() => open(routes.home)}>
          回首页看看
        </BigButton>
      </Notice>
      <RemindersLink />
    </>
  )
}
