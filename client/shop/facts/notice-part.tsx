import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { dayText } from '../../format'
import { Chips } from '../../parts/chips'
import { LongText } from '../../parts/long-text'
import { PickLine } from '../../parts/pick-line'
import { Problem } from '../../parts/typed-line'
import type { FactsForm, FactsProblems } from '../facts-form'

interface NoticePartProps {
  form: FactsForm
  problems: FactsProblems
  maxLength: number
  onChange(part: Partial<FactsForm>): void
}

/** What stands at the top of home, and on which days. */
export function NoticePart(props: NoticePartProps): ReactNode {
  const { form, problems, maxLength, onChange } = props
  const { notice, isDated } = form
  return (
    <View className="card">
      <View className="card-title">公告</View>
      <LongText
        name="shop-notice"
        label="公告"
        value={notice}
        placeholder="例如：本周六盘点，早上九点开门。不写就不显示"
        maxLength={maxLength}
        onChange={(text) => onChange({ notice: text })}
      />
      {notice.trim() !== '' && (
        <Chips<'always' | 'dated'>
          name="notice-when"
          label="显示到什么时候"
          chips={[
            { value: 'always', label: '一直显示' },
            { value: 'dated', label: '定好日期' },
          ]}
          chosen={[isDated ? 'dated' : 'always']}
          onTap={(when) => onChange({ isDated: when === 'dated' })}
        />
      )}
      {notice.trim() !== '' && isDated && <Dates form={form} onChange={onChange} />}
      <Problem text={problems.untilOn} />
    </View>
  )
}

function Dates({ form, onChange }: Pick<NoticePartProps, 'form' | 'onChange'>): ReactNode {
  const { fromOn, untilOn } = form
  return (
    <>
      <PickLine
        name="notice-from"
        mode="date"
        label="第一天"
        value={fromOn}
        shown={dayText(fromOn)}
        onChange={(on) => onChange({ fromOn: on, ...(on > untilOn ? { untilOn: on } : {}) })}
      />
      <PickLine
        name="notice-until"
        mode="date"
        label="最后一天"
        value={untilOn}
        shown={dayText(untilOn)}
        start={fromOn}
        onChange={(on) => onChange({ untilOn: on })}
      />
    </>
  )
}
