import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { dayOf, dayText } from '../../format'
import { Chips } from '../../parts/chips'
import { PickLine } from '../../parts/pick-line'
import { type } from '../draft.store'
import type { PlanForm } from '../plan-form'

interface TimePartProps {
  form: PlanForm
  now: number
}

const DAY_MS = 86_400_000

type Opens = 'now' | 'later'

/** Until when one may join, and from when. */
export function TimePart({ form, now }: TimePartProps): ReactNode {
  const { opensOn, cutOffOn, cutOffTime, repeatWeekly } = form
  const opens: Opens = opensOn === '' ? 'now' : 'later'
  const today = dayOf(now)
  return (
    <View className="card">
      <View className="card-title">时间</View>
      <PickLine
        name="cut-off-date"
        mode="date"
        label="截单日期"
        value={cutOffOn}
        shown={dayText(cutOffOn)}
        start={today}
        onChange={(on) => type({ cutOffOn: on })}
      />
      <PickLine
        name="cut-off-time"
        mode="time"
        label="几点截单"
        value={cutOffTime}
        onChange={(time) => type({ cutOffTime: time })}
      />
      <Chips<Opens>
        name="opens"
        label="什么时候开始"
        chips={[
          { value: 'now', label: '发布就开始' },
          { value: 'later', label: '定个时间开始' },
        ]}
        chosen={[opens]}
        onTap={(when) => type({ opensOn: when === 'now' ? '' : dayOf(now + DAY_MS) })}
      />
      {opens === 'later' && <OpensPart form={form} now={now} />}
      <Chips<'once' | 'weekly'>
        name="repeat"
        label="要不要每周重复"
        chips={[
          { value: 'once', label: '只这一次' },
          { value: 'weekly', label: '每周自动再开' },
        ]}
        chosen={[repeatWeekly ? 'weekly' : 'once']}
        onTap={(repeat) => type({ repeatWeekly: repeat === 'weekly' })}
      />
    </View>
  )
}

function OpensPart({ form, now }: TimePartProps): ReactNode {
  const { opensOn, opensTime } = form
  return (
    <>
      <PickLine
        name="opens-date"
        mode="date"
        label="开始日期"
        value={opensOn}
        shown={dayText(opensOn)}
        start={dayOf(now)}
        onChange={(on) => type({ opensOn: on })}
      />
      <PickLine
        name="opens-time"
        mode="time"
        label="几点开始"
        value={opensTime}
        onChange={(time) => type({ opensTime: time })}
      />
    </>
  )
}
