import { MAX_BATCH_MEMBERS } from '@shared/limits'
import { createStore } from 'zustand/vanilla'
import { api } from '../api'
import { memberNumberIn } from '../parts/member-number'
import { createSubmission } from '../submission'

export const issueStore = createSubmission('coupons.issue')

/** Somebody who is to get one; as masked as the manager sees her everywhere. */
export interface Receiver {
  readonly memberId: string
  readonly memberNumber: string
  readonly maskedName: string
}

interface Receivers {
  readonly receivers: readonly Receiver[]
  /** Numbers that are still being looked up. */
  readonly waitingCount: number
  /** What was typed and is nobody's, each with why. */
  readonly odd: readonly { typed: string; why: string }[]
  /** Takes numbers and codes as they were typed, pasted or scanned, many at once. */
  add(typed: string): Promise<void>
  remove(memberId: string): void
  clear(): void
}

const none = { receivers: [], waitingCount: 0, odd: [] }

/** Who gets one of a batch: looked up one by one, so that each name is seen before it is sent. */
export const receiversStore = createStore<Receivers>((set, get) => ({
  ...none,
  async add(typed) {
    const entries = entriesIn(typed)
    set({ odd: [], waitingCount: entries.length })
    for (const entry of entries) {
      const found = await lookUp(entry, get().receivers)
      const { receivers, odd, waitingCount } = get()
      set({
        waitingCount: Math.max(0, waitingCount - 1),
        ...(typeof found === 'string'
          ? { odd: [...odd, { typed: entry, why: found }] }
          : { receivers: [...receivers, found] }),
      })
    }
  },
  remove(memberId) {
    set({ receivers: get().receivers.filter((each) => each.memberId !== memberId) })
  },
  clear() {
    set(none)
  },
}))

/** By lines, commas or blanks; one code may be written in groups of four and stays one. */
export function entriesIn(typed: string): readonly string[] {
  if (memberNumberIn(typed) !== null) return [typed.trim()]
  const entries = typed.split(/[\s,，、;；]+/).filter((entry) => entry !== '')
  return [...new Set(entries)].slice(0, MAX_BATCH_MEMBERS)
}

/** Her, or why she is not added. */
async function lookUp(entry: string, known: readonly Receiver[]): Promise<Receiver | string> {
  const memberNumber = memberNumberIn(entry)
  if (memberNumber === null) return '不是会员号'
  if (known.length >= MAX_BATCH_MEMBERS) return `一批最多 ${MAX_BATCH_MEMBERS} 位`
  if (known.some((each) => each.memberNumber === memberNumber)) return '已经在名单里'
  const reply = await api.call('points.memberAccount', { memberNumber })
  if (!reply.ok) return reply.message
  const { memberId, maskedName } = reply.value
  return { memberId, memberNumber, maskedName }
}
