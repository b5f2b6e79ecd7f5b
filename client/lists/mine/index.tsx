import { View } from '@tarojs/components'
import Taro, { useDidShow, usePullDownRefresh, useUnload } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { inGroups, shortDay, yuanText } from '../../format'
import { Notice, PageState } from '../../page-state'
import { Bone } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { QrPicture } from '../../parts/code-picture'
import { itemText, quantityText } from '../../parts/list-words'
import { Page } from '../../parts/page'
import { byEntry, payTexts, type WaitingEntry } from '../../parts/waiting-lines'
import { open, routes } from '../../routes'
import { loadPickups, pickupsStore, proxyStore, type WaitingLine } from '../pickups.store'
import './index.scss'
import { ProxyCard } from './proxy-card'

/** All that waits for her across lists, with the one code that fetches it. */
export default function PickupsPage(): ReactNode {
  const shown = useStore(pickupsStore)
  useDidShow(() => {
    loadPickups()
  })
  usePullDownRefresh(() => {
    loadPickups().then(() => Taro.stopPullDownRefresh())
  })
  useUnload(() => proxyStore.getState().close())
  return (
    <Page className="list-pickups">
      <PageState shown={shown} skeleton={<PickupBones />} onRetry={loadPickups}>
        {({ lines, pickupCode, proxyUntilAt }) =>
          lines.length === 0 ? (
            <Nothing />
          ) : (
            <>
              {pickupCode !== null && <Code pickupCode={pickupCode} lines={lines} />}
              {byEntry(lines).map((entry) => (
                <EntryCard key={entry.entryId} entry={entry} />
              ))}
              <ProxyCard untilAt={proxyUntilAt} />
            </>
          )
        }
      </PageState>
    </Page>
  )
}

interface CodeProps {
  pickupCode: string
  lines: readonly WaitingLine[]
}

function Code({ pickupCode, lines }: CodeProps): ReactNode {
  const pays = payTexts(lines)
  return (
    <View className="pickup-ticket list-pickup-ticket" data-pickup={pickupCode}>
      <View>请向店员或团长出示自提码</View>
      <View className="pickup-qr">
        <QrPicture text={pickupCode} label="自提码" />
      </View>
      <View
        className="list-pickup-digits figures"
        hoverClass="touched"
        aria-label={`自提码 ${pickupCode}，点按复制`}
        onClick={() => Taro.setClipboardData({ data: pickupCode })}
      >
        {inGroups(pickupCode).join(' ')}
      </View>
      {(pays.length > 0 ? pays : ['都付好了，直接取']).map((pay) => (
        <View key={pay} className="list-pickup-due figures">
          {pay}
        </View>
      ))}
    </View>
  )
}

function EntryCard({ entry }: { entry: WaitingEntry<WaitingLine> }): ReactNode {
  const { listTitle, entryNo, pickupPointName, untilOn, lines } = entry
  return (
    <View
      className="card waiting-entry"
      role="button"
      hoverClass="touched"
      onClick={() => open(routes.list, { listId: lines[0]?.listId ?? '' })}
    >
      <View className="waiting-list-title">{listTitle}</View>
      <View className="soft figures">
        第 {entryNo} 位 · {pickupPointName}
        {untilOn === null ? '' : ` · 留到 ${shortDay(untilOn)}`}
      </View>
      {lines.map((line) => (
        <View key={line.itemId} className="waiting-line figures">
          <View className="waiting-item">
            {itemText({ name: line.itemName, spec: line.spec })}{' '}
            {quantityText(line.quantity, line.unit)}
          </View>
          <View className="soft">
            {line.unit === 'jin' && line.grams === null
              ? '取时称重'
              : `¥${yuanText(line.amountFen)}`}
          </View>
        </View>
      ))}
      <View className="waiting-pay figures">{payTexts(lines).join('，') || '已付'}</View>
    </View>
  )
}

function Nothing(): ReactNode {
  return (
    <Notice icon="pickup" title="没有等您取的" text="接龙到货后，自提码和要取的东西会出现在这里">
      <BigButton className="pickups-look" tone="quiet" onTap={() => open(routes.lists)}>
        看看接龙
      </BigButton>
    </Notice>
  )
}

function PickupBones(): ReactNode {
  return (
    <>
      <Bone shape="code" />
      <Bone shape="hero" />
      <Bone shape="card" />
    </>
  )
}
