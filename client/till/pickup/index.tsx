import { View } from '@tarojs/components'
import { useLoad, useRouter, useUnload } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { shortDay, yuanText } from '../../format'
import { Notice, PageState } from '../../page-state'
import { Bone, Bones } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { FieldBox } from '../../parts/field'
import { gramsOf } from '../../parts/grams'
import { itemText, quantityText } from '../../parts/list-words'
import { Refused } from '../../parts/refused'
import { TickBox } from '../../parts/tick-box'
import { byEntry, feeText, toOwnerOf, type WaitingEntry } from '../../parts/waiting-lines'
import { goBack } from '../../routes'
import { deskStore } from '../../session/desk.store'
import { backToScan, isAboveTill } from '../../session/desk-pages'
import { ForStaff } from '../../session/for-staff'
import { tillStore } from '../../session/till.store'
import {
  beginPickup,
  dueNow,
  handOver,
  handOverStore,
  isReady,
  keyOf,
  loadWaiting,
  pickupDeskStore,
  type Shown,
  tick,
  unweighed,
  type Waiting,
  type WaitingLine,
  weigh,
  weighStore,
} from '../pickup.store'
import { HandedOver } from './handed-over'
import './index.scss'

/**
 * All that waits for whoever stands there, across lists: ticked off line by line, the sum to take
 * in large. `?ticket=` of a scan, `?pickupCode=` or `?proxyCode=`
 */
export default function PickupDeskPage(): ReactNode {
  const { ticket, pickupCode, proxyCode } = useRouter().params
  const shown = useStore(pickupDeskStore)
  const answer = useStore(handOverStore, (state) => state.answer)
  useLoad(() => {
    beginPickup(shownOf({ ticket, pickupCode, proxyCode }))
  })
  useUnload(() => handOverStore.getState().close())
  return (
    <ForStaff className="pickup-desk">
      {() =>
        answer ? (
          <HandedOver lines={shown.data?.lines ?? []} answer={answer} onNext={next} />
        ) : (
          <PageState shown={shown} skeleton={<DeskBones />} onRetry={loadWaiting}>
            {(waiting) => (waiting.lines.length === 0 ? <Nothing /> : <Desk waiting={waiting} />)}
          </PageState>
        )
      }
    </ForStaff>
  )
}

/** Whoever came from her till goes on there. */
function next(): void {
  if (isAboveTill()) goBack()
  else backToScan()
}

function shownOf(query: {
  ticket?: string | undefined
  pickupCode?: string | undefined
  proxyCode?: string | undefined
}): Shown {
  const { ticket, pickupCode, proxyCode = '' } = query
  if (ticket) return { ticket }
  return pickupCode ? { pickupCode } : { proxyCode }
}

function Desk({ waiting }: { waiting: Waiting }): ReactNode {
  const { maskedName, isProxy, lines } = waiting
  const ticked = useStore(pickupDeskStore, (state) => state.ticked)
  const { sending, refused } = useStore(handOverStore)
  const dueFen = dueNow(lines, ticked)
  const toWeigh = unweighed(lines, ticked)
  const give = async () => {
    await handOver()
    if (!handOverStore.getState().answer) return
    const text = `已交接龙 ${ticked.length} 样${dueFen > 0 ? `，收 ¥${yuanText(dueFen)}` : ''}`
    tillStore.getState().dropLines(handOverStore.getState().wish?.lines ?? [])
    deskStore.getState().remember({ key: `lists-${maskedName}`, title: maskedName, text })
  }
  const words = ticked.length === 0 ? '点选要交的' : `已收款，交 ${ticked.length} 样`
  return (
    <>
      <View className="pickup-who">
        <View className="pickup-name">{maskedName}</View>
        {isProxy && <View className="pickup-proxy">代取</View>}
      </View>
      {byEntry(lines).map((entry) => (
        <EntryCard key={entry.entryId} entry={entry} ticked={ticked} />
      ))}
      <View className="card pickup-due">
        <View className="soft">{dueFen > 0 ? '现在收' : '不用再收'}</View>
        <View className="pickup-due-sum figures">¥{yuanText(dueFen)}</View>
      </View>
      <Refused className="pickup-refused" message={refused?.message} />
      <BigButton
        className="pickup-give"
        busy={sending}
        disabled={ticked.length === 0 || toWeigh.length > 0}
        onTap={give}
      >
        {toWeigh.length > 0 ? '先称重' : dueFen > 0 ? words : words.replace('已收款，', '')}
      </BigButton>
    </>
  )
}

interface EntryCardProps {
  entry: WaitingEntry<WaitingLine>
  ticked: readonly string[]
}

function EntryCard({ entry, ticked }: EntryCardProps): ReactNode {
  const { listTitle, entryNo, pickupPointName, untilOn, lines } = entry
  return (
    <View className="card pickup-entry">
      <View className="pickup-title">{listTitle}</View>
      <View className="soft figures">
        第 {entryNo} 位 · {pickupPointName}
        {untilOn === null ? '' : ` · 留到 ${shortDay(untilOn)}`}
      </View>
      {toOwnerOf(lines) > 0 && <View className="pickup-owner">还没付给团长，店里不用收</View>}
      {lines.map((line) => (
        <PickupLine key={keyOf(line)} line={line} isTicked={ticked.includes(keyOf(line))} />
      ))}
    </View>
  )
}

function PickupLine({ line, isTicked }: { line: WaitingLine; isTicked: boolean }): ReactNode {
  const { itemName, spec, quantity, unit, grams } = line
  const what = `${itemText({ name: itemName, spec })} ${quantityText(quantity, unit)}`
  if (!isReady(line)) return <ToWeigh line={line} what={what} />
  return (
    <View
      className="pickup-line"
      role="checkbox"
      aria-checked={isTicked}
      hoverClass="touched"
      onClick={() => tick(line)}
    >
      <TickBox ticked={isTicked} />
      <View className="pickup-what figures">
        {what}
        {grams === null ? '' : `（${grams} 克）`}
      </View>
      <View className="pickup-fee figures">{feeText(line)}</View>
    </View>
  )
}

function ToWeigh({ line, what }: { line: WaitingLine; what: string }): ReactNode {
  const [typed, setTyped] = useState('')
  const { sending, refused, wish } = useStore(weighStore)
  const grams = gramsOf(typed)
  const isOwn = wish?.entryId === line.entryId && wish.itemId === line.itemId
  return (
    <View className="pickup-weigh">
      <View className="figures">{what}，实际多重</View>
      <View className="pickup-weigh-line">
        <FieldBox
          className="pickup-grams"
          label={`${what}的实际重量`}
          value={typed}
          placeholder="1250 克或 2.5 斤"
          maxLength={12}
          onChange={setTyped}
        />
        <BigButton
          className="pickup-weigh-send"
          tone="quiet"
          busy={sending && isOwn}
          disabled={grams === null}
          onTap={() => {
            if (grams !== null) weigh(line, grams)
          }}
        >
          {grams === null ? '称重' : `记 ${grams} 克`}
        </BigButton>
      </View>
      <Refused className="pickup-weigh-refused" message={isOwn ? refused?.message : null} />
    </View>
  )
}

function Nothing(): ReactNode {
  return (
    <Notice icon="pickup" title="没有等着取的" text="这位会员的接龙都取走了，或还没有到货">
      <BigButton className="pickup-back" tone="quiet" onTap={backToScan}>
        回到扫码
      </BigButton>
    </Notice>
  )
}

function DeskBones(): ReactNode {
  return (
    <>
      <Bone shape="card" />
      <Bones shape="row" count={4} />
    </>
  )
}
