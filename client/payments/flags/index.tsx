import { View } from '@tarojs/components'
import Taro, { useUnload } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { momentText } from '../../format'
import { Notice } from '../../page-state'
import { Bones } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { PagedList, usePagedList } from '../../parts/paged-list'
import { Refused } from '../../parts/refused'
import { ForManagers } from '../../session/for-managers'
import { wordsOf } from '../flag-words'
import { flagsStore, loadFlags, type PaymentFlag, seeFlag, seeFlagStore } from '../flags.store'
import './index.scss'

/** Payments that were not booked, or not given back: a manager looks, and ticks them off. */
export default function FlagsPage(): ReactNode {
  usePagedList(flagsStore, loadFlags)
  useUnload(() => seeFlagStore.getState().close())
  return (
    <ForManagers className="flags-page">
      {() => (
        <PagedList
          list={flagsStore}
          skeleton={<Bones shape="row" count={3} />}
          empty={<NothingFlagged />}
          onRetry={loadFlags}
        >
          {(rows) => rows.map((row) => <FlagCard key={row.flagId} flag={row} />)}
        </PagedList>
      )}
    </ForManagers>
  )
}

function FlagCard({ flag }: { flag: PaymentFlag }): ReactNode {
  const [refused, setRefused] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const { title, text } = wordsOf(flag)
  const { flagId, orderId, at, seen } = flag
  const see = async () => {
    setBusy(true)
    setRefused(await seeFlag(flagId))
    setBusy(false)
  }
  return (
    <View className="card flag-card">
      <View className="flag-title">{title}</View>
      {flag.title !== null && <View className="soft">{flag.title}</View>}
      <View className="flag-text figures">{text}</View>
      <View
        className="flag-order soft figures"
        role="button"
        hoverClass="touched"
        onClick={() => Taro.setClipboardData({ data: orderId })}
      >
        <View>订单号（点按复制）</View>
        <View>{orderId}</View>
      </View>
      <View className="soft figures">{momentText(at)}</View>
      <Refused className="flag-refused" message={refused} />
      {seen === null ? (
        <BigButton className="flag-see" tone="quiet" busy={busy} onTap={see}>
          看过了
        </BigButton>
      ) : (
        <View className="soft figures">
          {seen.name}看过 · {momentText(seen.at)}
        </View>
      )}
    </View>
  )
}

function NothingFlagged(): ReactNode {
  return (
    <Notice
      icon="check"
      title="没有待查的付款"
      text="金额或付款人对不上、退款没有成功的，会留在这里等您看"
    />
  )
}
