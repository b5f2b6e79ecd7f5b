import { addDays, startOfDateAt } from '@shared/business-date'
import { MAX_DROP_QUOTA } from '@shared/limits'
import { readWhole } from '@shared/reading/whole'
import type { InputAt } from '../api'
import { dayOf, momentText } from '../format'
import type { DropRow } from './drops.store'

type Plan = InputAt<'drops.schedule'>

export type When = 'tonight' | 'tomorrow' | 'picked'

/** A drop as its form holds it. */
export interface DropForm {
  readonly title: string
  readonly terms: string
  readonly templateId: string
  readonly when: When
  /** Of `picked`: a date and a clock. */
  readonly pickedOn: string
  readonly pickedTime: string
  readonly lastsMinutes: number
  /** Only for members who had joined before the day on which it opens. */
  readonly isForEarlierMembers: boolean
  readonly tierFrom: DropRow['who']['tierFrom']
  /** Communities that are not named get none. */
  readonly quotas: Readonly<Record<string, number>>
}

/** When neighbours have eaten and look at their phones. */
export const EVENING = '20:00'
const MINUTE_MS = 60_000
const HOUR_MINUTES = 60
const DAY_MINUTES = 24 * HOUR_MINUTES
const usualLasts: readonly number[] = [HOUR_MINUTES, 2 * HOUR_MINUTES, DAY_MINUTES]
/** What a community gets that was in no drop before. */
const FIRST_QUOTA = 20

/** A form that is still empty, for the communities of somebody's first drop. */
export function emptyForm(communityIds: readonly string[], now: number): DropForm {
  return {
    ...{ title: '', terms: '', templateId: '', when: eveningFrom(now) },
    ...{ pickedOn: addDays(dayOf(now), 1), pickedTime: EVENING, lastsMinutes: HOUR_MINUTES },
    ...{ isForEarlierMembers: false, tierFrom: null },
    quotas: Object.fromEntries(communityIds.map((id) => [id, FIRST_QUOTA])),
  }
}

/** The same drop once more, on the next evening. */
export function copyOf(drop: DropRow, communityIds: readonly string[], now: number): DropForm {
  return {
    ...formOf(drop),
    ...{ when: eveningFrom(now), pickedOn: addDays(dayOf(now), 1), pickedTime: EVENING },
    quotas: quotasOf(drop, communityIds),
  }
}

/** What was planned, to be changed. */
export function formOf(drop: DropRow): DropForm {
  const { title, terms, templateId, opensAt, closesAt, who } = drop
  const [pickedOn = '', pickedTime = ''] = momentText(opensAt).split(' ')
  return {
    ...{ title, terms, templateId, when: 'picked', pickedOn, pickedTime },
    lastsMinutes: Math.round((closesAt - opensAt) / MINUTE_MS),
    ...{ isForEarlierMembers: who.joinedBeforeOn !== null, tierFrom: who.tierFrom },
    quotas: quotasOf(drop),
  }
}

function quotasOf({ communities }: DropRow, among?: readonly string[]): Record<string, number> {
  const kept = communities.filter(({ communityId }) => among?.includes(communityId) ?? true)
  return Object.fromEntries(kept.map(({ communityId, quota }) => [communityId, quota]))
}

/** Tonight is offered until it has begun. */
export function whensAt(now: number): readonly { value: When; label: string }[] {
  const tomorrow = { value: 'tomorrow', label: `明天 ${EVENING}` } as const
  const picked = { value: 'picked', label: '自己选' } as const
  const tonight = { value: 'tonight', label: `今晚 ${EVENING}` } as const
  return eveningFrom(now) === 'tonight' ? [tonight, tomorrow, picked] : [tomorrow, picked]
}

function eveningFrom(now: number): When {
  return now < instantOf(dayOf(now), EVENING) ? 'tonight' : 'tomorrow'
}

/** Epoch ms of the minute at which it opens. */
export function opensAtOf({ when, pickedOn, pickedTime }: DropForm, now: number): number {
  const todayOn = dayOf(now)
  if (when === 'picked') return instantOf(pickedOn, pickedTime)
  return instantOf(when === 'tonight' ? todayOn : addDays(todayOn, 1), EVENING)
}

function instantOf(on: string, time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return startOfDateAt(on) + (hours * HOUR_MINUTES + minutes) * MINUTE_MS
}

/** How long it may last, with what was copied among it. */
export function lastsChoices({ lastsMinutes }: DropForm): readonly number[] {
  const known = usualLasts.includes(lastsMinutes)
  return known ? usualLasts : [...usualLasts, lastsMinutes].sort((a, b) => a - b)
}

export function lastsText(minutes: number): string {
  if (minutes % DAY_MINUTES === 0) return `${minutes / DAY_MINUTES} 天`
  return minutes % HOUR_MINUTES === 0 ? `${minutes / HOUR_MINUTES} 小时` : `${minutes} 分钟`
}

/** A quota as it was typed or stepped to; what is no number is none. */
export function quotaOf(typed: string): number {
  const read = readWhole(typed)
  return read.ok ? Math.min(read.value, MAX_DROP_QUOTA) : 0
}

export function totalQuota({ quotas }: DropForm): number {
  return Object.values(quotas).reduce((sum, quota) => sum + quota, 0)
}

/** What is still to be filled in before it can be planned; null: nothing. */
export function missingIn(form: DropForm, now: number): string | null {
  if (form.templateId === '') return '选一种券'
  if (form.title.trim() === '') return '起个名字'
  if (opensAtOf(form, now) <= now) return '换一个还没到的时间'
  return totalQuota(form) > 0 ? null : '至少给一个群分几张'
}

/** The plan as the server takes it. */
export function planOf(form: DropForm, now: number): Plan {
  const { title, terms, templateId, lastsMinutes, isForEarlierMembers, tierFrom, quotas } = form
  const opensAt = opensAtOf(form, now)
  return {
    title: title.trim(),
    ...(terms.trim() === '' ? {} : { terms: terms.trim() }),
    who: {
      ...(isForEarlierMembers ? { joinedBeforeOn: dayOf(opensAt) } : {}),
      ...(tierFrom === null ? {} : { tierFrom }),
    },
    ...{ templateId, opensAt, closesAt: opensAt + lastsMinutes * MINUTE_MS },
    quotas: Object.entries(quotas)
      .filter(([, quota]) => quota > 0)
      .map(([communityId, quota]) => ({ communityId, quota })),
  }
}
