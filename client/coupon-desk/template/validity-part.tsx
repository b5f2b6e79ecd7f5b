import { AMOUNT_MAX_LENGTH } from '@shared/limits'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { dayText } from '../../format'
import { Chips } from '../../parts/chips'
import { PickLine } from '../../parts/pick-line'
import { Problem, TypedLine } from '../../parts/typed-line'
import type { TemplateForm } from '../template-form'
import type { FormPartProps } from './form-part'

/** So many days from when she has it, or two dates. */
export function ValidityPart({ form, problems, onChange }: FormPartProps): ReactNode {
  const { validBy, validDays, validFromOn, validUntilOn } = form
  return (
    <View className="card">
      <View className="card-title">有效期</View>
      <Chips<TemplateForm['validBy']>
        name="valid"
        label="有效期"
        chips={[
          { value: 'days', label: '领到后几天' },
          { value: 'dates', label: '固定日期' },
        ]}
        chosen={[validBy]}
        onTap={(chosen) => onChange({ validBy: chosen })}
      />
      {validBy === 'days' ? (
        <TypedLine
          name="template-days"
          label="多少天"
          value={validDays}
          placeholder="领到当天算第一天"
          type="number"
          maxLength={AMOUNT_MAX_LENGTH}
          problem={problems.validDays}
          onChange={(days) => onChange({ validDays: days })}
        />
      ) : (
        <>
          <PickLine
            name="template-from"
            mode="date"
            label="第一天"
            value={validFromOn}
            shown={validFromOn && dayText(validFromOn)}
            onChange={(on) => onChange({ validFromOn: on })}
          />
          <PickLine
            name="template-until"
            mode="date"
            label="最后一天"
            value={validUntilOn}
            shown={validUntilOn && dayText(validUntilOn)}
            start={validFromOn}
            onChange={(on) => onChange({ validUntilOn: on })}
          />
          <Problem text={problems.validUntilOn} />
        </>
      )}
    </View>
  )
}
