import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { ConfirmSheet } from '../../parts/confirm-sheet'
import { Line } from '../../parts/line'
import { refusedText } from '../../parts/refused-text'
import { open, routes } from '../../routes'
import { loadRules, publishStore, type RuleFields, type RuleRow } from '../gift-rules.store'
import { giftText } from '../rule-words'
import { handOverChips, sceneRowOf, stackChips, tierText } from '../scene-table'

interface PublishSheetProps {
  row: RuleRow
  onClose(): void
}

/** The last question before members get something by it. */
export function PublishSheet({ row, onClose }: PublishSheetProps): ReactNode {
  const { ruleId, draft } = row
  const { sending, refused, answer } = useStore(publishStore)
  const publish = async () => {
    publishStore.getState().open({ ruleId })
    await publishStore.getState().send()
  }
  const leave = async () => {
    const { answer: published, close } = publishStore.getState()
    close()
    onClose()
    if (published) await loadRules()
  }
  const rehearse = () => {
    void leave()
    open(routes.giftCalendar)
  }
  return (
    <ConfirmSheet
      name="gift-publish"
      title={answer ? `第 ${answer.version} 版已发布` : `发布“${draft?.title ?? ''}”？`}
      sending={sending}
      refused={refused ? refusedText(refused) : null}
      step={{ label: '确认发布', onTap: () => void publish() }}
      done={answer && { label: '去送礼日历看看', onTap: rehearse }}
      onClose={() => void leave()}
    >
      {answer ? '一分钟内各处生效。以后照这一版送；已经送出的礼不变。' : <Wish draft={draft} />}
    </ConfirmSheet>
  )
}

function Wish({ draft }: { draft: RuleFields | null }): ReactNode {
  if (!draft) return null
  const { scene, handOver, who, stack, budget, isOn } = draft
  const label = <V extends string>(chips: readonly { value: V; label: string }[], value: V) =>
    chips.find((chip) => chip.value === value)?.label ?? ''
  return (
    <>
      <Line label="什么时候" value={sceneRowOf(scene).label} />
      <Line label="送什么" value={giftText(draft)} />
      <Line label="怎么给" value={label(handOverChips, handOver)} />
      <Line label="给谁" value={tierText(who.tiers)} />
      {who.tags.length > 0 && <Line label="标签" value={who.tags.join('、')} />}
      <Line label="同一天有别的礼" value={label(stackChips, stack)} />
      <Line label="预算" value={budgetText(budget)} />
      {!isOn && <Line label="开关" value="停用，发布后停送" strong />}
    </>
  )
}

function budgetText({ totalCount, dayCount }: RuleFields['budget']): string {
  const parts = [
    ...(totalCount === null ? [] : [`共 ${totalCount} 份`]),
    ...(dayCount === null ? [] : [`每天 ${dayCount} 份`]),
  ]
  return parts.join('，') || '不限'
}
