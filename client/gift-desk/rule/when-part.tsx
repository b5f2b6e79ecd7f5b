import { nextHolidayOn } from '@shared/calendar/holidays'
import { lunarDayText, lunarMonthText } from '@shared/calendar/lunar'
import { lunarTable } from '@shared/calendar/lunar-table'
import { AMOUNT_MAX_LENGTH } from '@shared/limits'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { dayText } from '../../format'
import { Chips } from '../../parts/chips'
import { PickLine } from '../../parts/pick-line'
import { Problem, TypedLine } from '../../parts/typed-line'
import { type RuleForm, withHoliday } from '../rule-form'
import { holidayChips, OWN_DAY, sceneRowOf } from '../scene-table'
import type { FormPartProps } from './form-part'

/** What its scene asks and nothing else: the row of the table says what that is. */
export function WhenPart({
  form,
  problems,
  todayOn,
  onChange,
}: FormPartProps & { todayOn: string }): ReactNode {
  const { figures, words, asksHoliday } = sceneRowOf(form.scene)
  return (
    <View className="card">
      <View className="card-title">什么时候送</View>
      <View className="soft form-hint">{words}</View>
      {asksHoliday && (
        <HolidayPart form={form} problems={problems} todayOn={todayOn} onChange={onChange} />
      )}
      {figures.map(({ name, label, placeholder }) => (
        <TypedLine
          key={name}
          name={`gift-${name}`}
          label={label}
          value={form.when[name] ?? ''}
          placeholder={placeholder}
          type="number"
          maxLength={AMOUNT_MAX_LENGTH}
          problem={problems[`when.${name}`]}
          onChange={(figure) => onChange({ when: { ...form.when, [name]: figure } })}
        />
      ))}
    </View>
  )
}

function HolidayPart({
  form,
  problems,
  todayOn,
  onChange,
}: FormPartProps & { todayOn: string }): ReactNode {
  const { holiday, onDate } = form
  return (
    <>
      <Chips<RuleForm['holiday']>
        name="gift-holiday"
        label="哪个节日"
        chips={holidayChips}
        chosen={[holiday]}
        onTap={(chosen) => onChange(withHoliday(form, chosen))}
      />
      {holiday === OWN_DAY ? (
        <PickLine
          name="gift-on-date"
          mode="date"
          label="哪一天"
          value={onDate}
          shown={onDate && dayText(onDate)}
          start={todayOn}
          onChange={(on) => onChange({ onDate: on })}
        />
      ) : (
        <View className="soft form-hint">{nextText(holiday, todayOn)}</View>
      )}
      <Problem text={problems['when.onDate'] ?? problems['when.holiday']} />
    </>
  )
}

/** `下一次是 2027年2月6日，农历正月初一`: the day moves from year to year, and is shown. */
function nextText(holiday: Exclude<RuleForm['holiday'], typeof OWN_DAY>, todayOn: string): string {
  const on = nextHolidayOn(holiday, todayOn, lunarTable)
  if (on === null) return ''
  const lunar = lunarTable.lunarOf(on)
  const spoken = lunar
    ? `，农历${lunarMonthText(lunar.month, lunar.isLeapMonth)}${lunarDayText(lunar.day)}`
    : ''
  const quiet = holiday === 'qingming' ? '。清明是追思的日子，文字请庄重' : ''
  return `下一次是${dayText(on)}${spoken}${quiet}`
}
