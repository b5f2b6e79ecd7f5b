import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { BigButton } from '../../parts/button'
import { ConfirmSheet } from '../../parts/confirm-sheet'
import { Icon } from '../../parts/icon'
import { nearText } from '../../parts/list-time'
import { Reminder } from '../../parts/reminder'
import { ShareButton } from '../../parts/share-button'
import { Sheet } from '../../parts/sheet'
import { useServerNow } from '../../session/use-server-now'
import { cancelStore, claimStore, joinListStore, type ListShown } from '../list.store'
import { closeSheet, orderStore, sendCancel, sendClaim } from '../order.store'
import { PayButton } from './entry-pay'
import './order.scss'
import { OrderSheet } from './order-sheet'

const MINUTE_MS = 60_000
const listKeys = ['list', 'pickup'] as const

/** What may rise from the bottom of a list, one at a time. */
export function Sheets({ list }: { list: ListShown }): ReactNode {
  const sheet = useStore(orderStore, (state) => state.sheet)
  if (sheet === 'order') return <OrderSheet list={list} />
  if (sheet === 'done') return <Done list={list} />
  if (sheet === 'cancel') return <CancelSheet list={list} />
  if (sheet === 'claim') return <ClaimSheet />
  return null
}

const doneTitles = { joined: '接龙成功', waiting: '排上队了', awaiting: '还差付款' } as const

/** Near the cut-off it is less than a quarter of an hour: the server says until when. */
function payBy({ mine }: ListShown, now: number): string {
  return mine?.state === 'awaiting' && mine.untilAt
    ? `请在${nearText(mine.untilAt, now)} 前`
    : '请尽快'
}

/** Her number, the way to hand it on, and a reminder of what is to come. */
function Done({ list }: { list: ListShown }): ReactNode {
  const answer = useStore(joinListStore, (state) => state.answer)
  const now = useServerNow(MINUTE_MS)
  if (!answer) return null
  const { entryId, entryNo, state } = answer
  const words = {
    joined: '截单前可以改、可以取消，序号不变',
    waiting: '已经排上队，有人退出就按序号补上',
    awaiting: `${payBy(list, now)}付款，名额给您留着，到时没付就让给后面的邻居`,
  }
  return (
    <Sheet open title={doneTitles[state]} onClose={closeSheet}>
      <View className="joined">
        <View className="joined-seal">
          <Icon name="check" size={72} />
        </View>
        <View className="joined-no figures">您是第 {entryNo} 位</View>
        <View className="soft">{words[state]}</View>
        {state === 'awaiting' && <PayButton entryId={entryId} title={list.title} />}
        <Reminder keys={listKeys} words="截单和到货时，微信提醒我" />
        <ShareButton tone={state === 'awaiting' ? 'quiet' : 'main'} className="joined-share">
          告诉邻居我是第 {entryNo} 位
        </ShareButton>
        <View
          className="confirm-keep joined-close"
          role="button"
          hoverClass="touched"
          onClick={closeSheet}
        >
          看看接龙
        </View>
      </View>
    </Sheet>
  )
}

function CancelSheet({ list }: { list: ListShown }): ReactNode {
  const { sending, refused } = useStore(cancelStore)
  return (
    <ConfirmSheet
      name="cancel-entry"
      title="取消接龙？"
      sending={sending}
      refused={refused?.message}
      step={{ label: '取消接龙', tone: 'warning', onTap: sendCancel }}
      keep={{ label: '再想想', onTap: closeSheet }}
      onClose={closeSheet}
    >
      <View>
        第 {list.mine?.entryNo} 位会划掉，序号不会给别人；订的份数马上让给后面的邻居。
        {list.payment === 'online' ? '付的钱原路退回。' : ''}
      </View>
    </ConfirmSheet>
  )
}

function ClaimSheet(): ReactNode {
  const { sending, refused, answer } = useStore(claimStore)
  const entryNo = useStore(orderStore, (state) => state.claimedNo)
  if (answer) {
    const isHers = answer.state === 'yours'
    return (
      <Sheet open title={isHers ? '认领好了' : '已经告诉团长'} onClose={closeSheet}>
        <View className="confirm-words claim-asked">
          {isHers
            ? `第 ${entryNo} 位现在是您的，可以改、可以取消`
            : '团长确认后，这一行就是您的，会在消息里告诉您'}
        </View>
        <BigButton className="claim-done" onTap={closeSheet}>
          知道了
        </BigButton>
      </Sheet>
    )
  }
  return (
    <ConfirmSheet
      name="claim"
      title={`第 ${entryNo} 位是您吗？`}
      sending={sending}
      refused={refused?.message}
      step={{ label: '是我，我来认领', onTap: sendClaim }}
      keep={{ label: '不是', onTap: closeSheet }}
      onClose={closeSheet}
    >
      <View>团长替您接的龙，认领后就能自己改和取消。手机号对得上马上是您的，否则等团长确认。</View>
    </ConfirmSheet>
  )
}
