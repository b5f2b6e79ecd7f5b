import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { BigButton } from '../../parts/button'
import { goBack, replaceWith, routes } from '../../routes'
import { type RewardForm, readForm } from '../reward-form'
import { loadShelf, type ShelfReward, saveStore } from '../rewards.store'
import { FacePart } from './face-part'
import { LimitsPart, ShelfPart } from './limits-part'
import { PricePart } from './price-part'

interface RewardEditorProps {
  first: RewardForm
  /** Absent for a new one. */
  reward?: ShelfReward
}

/** All of a reward on one page; what will not do says so under its field, once she asks. */
export function RewardEditor({ first, reward }: RewardEditorProps): ReactNode {
  const [form, setForm] = useState(first)
  const [isAsked, setAsked] = useState(false)
  const sending = useStore(saveStore, (saving) => saving.sending)
  const { wish, problems } = readForm(form)
  const part = {
    form,
    problems: isAsked ? problems : {},
    onChange: (changed: Partial<RewardForm>) => setForm((now) => ({ ...now, ...changed })),
  }
  const isSame = reward !== undefined && JSON.stringify(form) === JSON.stringify(first)
  const save = async () => {
    setAsked(true)
    if (!wish) return
    const named = reward ? { rewardId: reward.rewardId, seenRevision: reward.revision } : {}
    saveStore.getState().open({ ...wish, ...named })
    await saveStore.getState().send()
    const { answer } = saveStore.getState()
    if (!answer) return
    await loadShelf()
    // Members see a new one once there is some of it.
    if (reward) goBack()
    else replaceWith(routes.rewardStock, { rewardId: answer.rewardId })
  }
  return (
    <>
      <FacePart {...part} />
      <PricePart {...part} />
      <LimitsPart {...part} />
      <ShelfPart {...part} />
      {isAsked && !wish && (
        <View className="form-wrong" role="alert">
          有 {Object.keys(problems).length} 处还没填好，请看红字
        </View>
      )}
      <BigButton className="reward-save" busy={sending} disabled={isSame} onTap={save}>
        {isSame ? '没有改动' : reward ? '保存' : '保存，去入库'}
      </BigButton>
      {reward && (
        <View className="form-hint reward-kept">已经兑换的不受影响，仍按兑换时的积分和名称</View>
      )}
    </>
  )
}
