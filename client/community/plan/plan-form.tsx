import { DROP_TERMS_MAX_LENGTH, DROP_TITLE_MAX_LENGTH } from '@shared/limits'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { countText } from '../../format'
import { BigButton } from '../../parts/button'
import { Chips } from '../../parts/chips'
import { Field } from '../../parts/field'
import { LongText } from '../../parts/long-text'
import { useServerNow } from '../../session/use-server-now'
import type { Plannable } from '../community.store'
import { type DropForm, missingIn, planOf, totalQuota } from '../drop-form'
import { changeStore, scheduleStore } from '../drops.store'
import type { CouponChoice } from '../templates.store'
import { PlanSheet } from './plan-sheet'
import { QuotaSteps } from './quota-steps'
import { TimePart } from './time-part'

interface PlanFormProps {
  first: DropForm
  communities: readonly Plannable[]
  coupons: readonly CouponChoice[]
  /** One that is changed; a new one without it. */
  dropId?: string
}

const MINUTE_MS = 60_000

/** All of a drop on one page: which coupon, when, how many in which community, for whom. */
export function PlanForm({ first, communities, coupons, dropId }: PlanFormProps): ReactNode {
  const [form, setForm] = useState(first)
  const now = useServerNow(MINUTE_MS)
  const set = (part: Partial<DropForm>) => setForm({ ...form, ...part })
  const missing = missingIn(form, now)
  const look = () => {
    const plan = planOf(form, now)
    if (dropId === undefined) scheduleStore.getState().open(plan)
    else changeStore.getState().open({ dropId, ...plan })
  }
  return (
    <>
      <TimePart form={form} now={now} onChange={set} />
      <View className="card">
        <View className="card-title figures">
          每个群几张 <View className="plan-total">共 {countText(totalQuota(form))} 张</View>
        </View>
        {communities.map((community) => (
          <QuotaSteps
            key={community.communityId}
            community={community}
            quota={form.quotas[community.communityId] ?? 0}
            onChange={(quota) =>
              set({ quotas: { ...form.quotas, [community.communityId]: quota } })
            }
          />
        ))}
      </View>
      <CouponPart form={form} coupons={coupons} onChange={set} />
      <AudiencePart form={form} onChange={set} />
      <BigButton className="plan-look" disabled={missing !== null} onTap={look}>
        {missing ?? '看看效果'}
      </BigButton>
      <PlanSheet communities={communities} coupons={coupons} />
    </>
  )
}

interface PartProps {
  form: DropForm
  onChange(part: Partial<DropForm>): void
}

function CouponPart(props: PartProps & { coupons: readonly CouponChoice[] }): ReactNode {
  const { form, coupons, onChange } = props
  return (
    <View className="card">
      <View className="card-title">发什么券</View>
      <Chips
        name="coupon"
        label="发什么券"
        chips={coupons.map(({ templateId, title }) => ({ value: templateId, label: title }))}
        chosen={[form.templateId]}
        onTap={(templateId) => onChange({ templateId })}
      />
      <Field
        name="plan-title"
        label="名字"
        value={form.title}
        placeholder="例如：周五晚八点咖啡券"
        maxLength={DROP_TITLE_MAX_LENGTH}
        onChange={(title) => onChange({ title })}
      />
      <LongText
        name="plan-terms"
        label="说明"
        value={form.terms}
        placeholder="说明（可不填），例如：限堂食，不与其他优惠同用"
        maxLength={DROP_TERMS_MAX_LENGTH}
        onChange={(terms) => onChange({ terms })}
      />
    </View>
  )
}

type Audience = 'all' | 'earlier'

function AudiencePart({ form, onChange }: PartProps): ReactNode {
  return (
    <View className="card">
      <View className="card-title">谁能领</View>
      <Chips<Audience>
        name="who"
        label="谁能领"
        chips={[
          { value: 'all', label: '所有会员' },
          { value: 'earlier', label: '当天之前入会的会员' },
        ]}
        chosen={[form.isForEarlierMembers ? 'earlier' : 'all']}
        onTap={(who) => onChange({ isForEarlierMembers: who === 'earlier' })}
      />
      <View className="soft">每人一张；在几个群里也只有一张</View>
    </View>
  )
}
