import { AMOUNT_MAX_LENGTH, GIFT_THING_MAX_LENGTH, GIFT_TITLE_MAX_LENGTH } from '@shared/limits'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { Chips } from '../../parts/chips'
import { Problem, TypedLine } from '../../parts/typed-line'
import { couponsStore } from '../gift-rules.store'
import { handOverChips, handOverWords, sceneRowOf } from '../scene-table'
import type { FormPartProps } from './form-part'

/** What is given, under which name, and whether it is fetched or comes by itself. */
export function GiftPart({ form, problems, onChange }: FormPartProps): ReactNode {
  const { scene, title, points, thing, couponTemplateIds } = form
  const toggle = (templateId: string) =>
    onChange({
      couponTemplateIds: couponTemplateIds.includes(templateId)
        ? couponTemplateIds.filter((id) => id !== templateId)
        : [...couponTemplateIds, templateId],
    })
  return (
    <View className="card">
      <View className="card-title">送什么</View>
      <TypedLine
        name="gift-title"
        label="名称"
        value={title}
        placeholder="会员看到的名字"
        maxLength={GIFT_TITLE_MAX_LENGTH}
        problem={problems.title}
        onChange={(words) => onChange({ title: words })}
      />
      <TypedLine
        name="gift-points"
        label={sceneRowOf(scene).pointsLabel}
        value={points}
        placeholder="不送就空着"
        type="number"
        maxLength={AMOUNT_MAX_LENGTH}
        problem={problems['gift.points']}
        onChange={(figure) => onChange({ points: figure })}
      />
      <CouponChoice chosen={couponTemplateIds} onTap={toggle} />
      <Problem text={problems['gift.couponTemplateIds']} />
      <TypedLine
        name="gift-thing"
        label="礼品"
        value={thing}
        placeholder="例如：鲜牛奶一盒"
        maxLength={GIFT_THING_MAX_LENGTH}
        problem={problems['gift.thing']}
        onChange={(words) => onChange({ thing: words })}
      />
      <Problem text={problems.gift} />
    </View>
  )
}

interface CouponChoiceProps {
  chosen: readonly string[]
  onTap(templateId: string): void
}

function CouponChoice({ chosen, onTap }: CouponChoiceProps): ReactNode {
  const { rows, head, trouble } = useStore(couponsStore)
  if (head === null || rows.length === 0) {
    const text = trouble ? trouble.message : head ? '还没有发布过的券，先去写券模板' : '正在读券…'
    return <View className="soft form-hint">优惠券：{text}</View>
  }
  return (
    <>
      <View className="form-label">优惠券（可多选，各送一张）</View>
      <Chips
        name="gift-coupon"
        label="优惠券"
        chips={rows.map(({ templateId, title }) => ({ value: templateId, label: title }))}
        chosen={chosen}
        several
        onTap={onTap}
      />
    </>
  )
}

/** 领取 or 自动送; where a scene knows but one way, it is said. */
export function HandOverPart({ form, problems, onChange }: FormPartProps): ReactNode {
  const { scene, handOver } = form
  const possible = sceneRowOf(scene).handOvers
  return (
    <View className="card">
      <View className="card-title">怎么给</View>
      {possible.length > 1 && (
        <Chips
          name="gift-hand-over"
          label="怎么给"
          chips={handOverChips}
          chosen={[handOver]}
          onTap={(chosen) => onChange({ handOver: chosen })}
        />
      )}
      <View className="soft form-hint">{handOverWords[handOver]}</View>
      <Problem text={problems.handOver} />
    </View>
  )
}
