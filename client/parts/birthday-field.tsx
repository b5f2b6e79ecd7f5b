import { birthdayText } from '@shared/calendar/birthday'
import { Picker, Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import {
  type BirthdayDraft,
  birthdayOfDraft,
  daysOf,
  draftFaultOf,
  inCalendar,
  mayBeLeap,
  monthsOf,
  yearsUntil,
} from './birthday-draft'
import './birthday-field.scss'
import { Icon } from './icon'
import './pick-line.scss'
import { Refused } from './refused'
import { Segments } from './segments'
import { TickBox } from './tick-box'

interface BirthdayFieldProps {
  draft: BirthdayDraft
  /** Nobody is born after it. */
  todayOn: string
  /** What the server said of it, if anything. */
  refused?: string | null
  onChange(draft: BirthdayDraft): void
}

const calendars = [
  { value: 'solar' as const, label: '公历' },
  { value: 'lunar' as const, label: '农历' },
]

/** A birthday by either calendar; the year may stay open. What cannot be is said under it. */
export function BirthdayField(props: BirthdayFieldProps): ReactNode {
  const { draft, todayOn, refused = null, onChange } = props
  return (
    <View className="birthday-field">
      <Segments
        className="birthday-calendar"
        choices={calendars}
        chosen={draft.calendar}
        onChoose={(calendar) => onChange(inCalendar(draft, calendar))}
      />
      <YearLine draft={draft} todayOn={todayOn} onChange={onChange} />
      <DayLine draft={draft} onChange={onChange} />
      {mayBeLeap(draft) && <LeapLine draft={draft} onChange={onChange} />}
      <Refused className="birthday-fault" message={draftFaultOf(draft, todayOn) ?? refused} />
    </View>
  )
}

type LineProps = Pick<BirthdayFieldProps, 'draft' | 'onChange'>

function YearLine({ draft, todayOn, onChange }: LineProps & { todayOn: string }): ReactNode {
  const { texts, values } = yearsUntil(todayOn)
  // Who opens the wheel for the first time does not begin with the babies.
  const shown = draft.year ?? Number(todayOn.slice(0, 4)) - YOUNG_YEARS
  return (
    <Picker
      mode="selector"
      range={texts}
      value={values.indexOf(shown)}
      onChange={(event) => onChange({ ...draft, year: values[Number(event.detail.value)] })}
    >
      <View className="pick-line birthday-year">
        <Text className="pick-label">出生年份</Text>
        <Value text={draft.year === undefined ? null : `${draft.year}年`} empty="选填" />
      </View>
    </Picker>
  )
}

const YOUNG_YEARS = 36

/** Two wheels: the days follow the month that is under the finger. */
function DayLine({ draft, onChange }: LineProps): ReactNode {
  const [turnedMonth, setTurnedMonth] = useState(draft.month ?? 1)
  const months = monthsOf(draft)
  const days = daysOf(draft, turnedMonth)
  const chosen = birthdayOfDraft(draft)
  const text = chosen && birthdayText({ ...chosen, year: undefined })
  return (
    <Picker
      mode="multiSelector"
      range={[months.texts, days.texts]}
      value={[turnedMonth - 1, (draft.day ?? 1) - 1]}
      onColumnChange={({ detail }) => {
        if (detail.column === 0) setTurnedMonth(detail.value + 1)
      }}
      onCancel={() => setTurnedMonth(draft.month ?? 1)}
      onChange={({ detail }) => {
        const [monthAt = 0, dayAt = 0] = String(detail.value).split(',').map(Number)
        const month = months.values[monthAt] ?? 1
        setTurnedMonth(month)
        const day = Math.min(dayAt + 1, daysOf(draft, month).values.length)
        const isLeapMonth = draft.isLeapMonth === true && month === draft.month
        onChange({ ...draft, month, day, isLeapMonth })
      }}
    >
      <View className="pick-line birthday-day">
        <Text className="pick-label">月日</Text>
        <Value text={text} empty="请选择" />
      </View>
    </Picker>
  )
}

function Value({ text, empty }: { text: string | null; empty: string }): ReactNode {
  return (
    <>
      <Text className={`pick-value${text === null ? ' birthday-empty' : ''}`}>{text ?? empty}</Text>
      <Icon name="arrow" size={36} />
    </>
  )
}

function LeapLine({ draft, onChange }: LineProps): ReactNode {
  const isLeap = draft.isLeapMonth === true
  return (
    <View
      className="pick-line birthday-leap"
      role="checkbox"
      aria-checked={isLeap}
      hoverClass="touched"
      onClick={() => onChange({ ...draft, isLeapMonth: !isLeap })}
    >
      <Text className="pick-label">闰月</Text>
      <Text className={`pick-value${isLeap ? '' : ' birthday-empty'}`}>
        {isLeap ? '是闰月生日' : '不是闰月'}
      </Text>
      <TickBox ticked={isLeap} />
    </View>
  )
}
