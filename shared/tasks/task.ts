/**
 * 任务: small things that make somebody at home in the shop, each rewarded once or once a month.
 * How far she is follows from what really happened; nothing is ticked off by hand.
 */

import { isFirstNickname } from '../first-nickname'
import type { GivenRule } from '../gifts/care'
import { grantKeyOf, isGranted } from '../gifts/grant-key'
import { FIRST_AVATAR } from '../members/first-profile'

export interface TaskRow {
  readonly taskId: TaskId
  /** 0: not offered. */
  readonly points: number
  /** The coupons that come with it, by their templates. */
  readonly templateIds: readonly string[]
}

export interface TaskRule {
  readonly ruleId: 'tasks'
  readonly version: number
  /** In the order in which members see them. */
  readonly rows: readonly TaskRow[]
}

export type TaskId = keyof typeof kinds

/** What of a member her tasks follow from. */
export interface TaskFacts {
  readonly nickname: string
  readonly avatar: string
  readonly hasBirthday: boolean
  readonly hasPhone: boolean
  /** A purchase that was not taken back as a whole; this month's by its receipt. */
  readonly hasPurchase: boolean
  readonly hasPurchaseThisMonth: boolean
  readonly hasCommunity: boolean
}

export interface TaskProgress {
  readonly doneCount: number
  readonly ofCount: number
}

export type TaskState = 'open' | 'claimable' | 'claimed'

interface TaskKind {
  readonly title: string
  readonly text: string
  readonly every: 'ever' | 'month'
  /** What has to be true; none where nothing in the shop can make it true yet. */
  parts(facts: TaskFacts): readonly boolean[]
}

const kinds = {
  profile: {
    title: '完善资料',
    text: '写上称呼，换个头像，填好生日',
    every: 'ever',
    parts: ({ nickname, avatar, hasBirthday }) => [
      !isFirstNickname(nickname),
      avatar !== FIRST_AVATAR,
      hasBirthday,
    ],
  },
  phone: {
    title: '验证手机号',
    text: '换手机也能找回积分和优惠券',
    every: 'ever',
    parts: ({ hasPhone }) => [hasPhone],
  },
  firstPurchase: {
    title: '第一次消费',
    text: '结账时出示会员码',
    every: 'ever',
    parts: ({ hasPurchase }) => [hasPurchase],
  },
  firstCommunity: {
    title: '加入社群',
    text: '从微信群里的卡片进来看看',
    every: 'ever',
    parts: ({ hasCommunity }) => [hasCommunity],
  },
  monthPurchase: {
    title: '本月消费一次',
    text: '每月一次，结账时出示会员码',
    every: 'month',
    parts: ({ hasPurchaseThisMonth }) => [hasPurchaseThisMonth],
  },
  firstReview: {
    title: '第一次评价',
    text: '说说买到的东西怎么样',
    every: 'ever',
    parts: () => [],
  },
} as const satisfies Record<string, TaskKind>

export const taskIds = [
  'profile',
  'phone',
  'firstPurchase',
  'firstCommunity',
  'monthPurchase',
  'firstReview',
] as const satisfies readonly TaskId[]

const newPoints: Readonly<Record<TaskId, number>> = {
  profile: 20,
  phone: 20,
  firstPurchase: 30,
  firstCommunity: 20,
  monthPurchase: 0,
  firstReview: 0,
}

/** Of a new shop. A review brings nothing until there are reviews. */
export const newTaskRule: TaskRule = {
  ruleId: 'tasks',
  version: 1,
  rows: taskIds.map((taskId) => ({ taskId, points: newPoints[taskId], templateIds: [] })),
}

/** What the page says of a task. */
export function taskWords(taskId: TaskId): { readonly title: string; readonly text: string } {
  const { title, text } = kinds[taskId]
  return { title, text }
}

/** Offered: it brings something, and something can be done for it. */
export function isTaskOffered({ taskId, points, templateIds }: TaskRow, facts: TaskFacts): boolean {
  return (points > 0 || templateIds.length > 0) && kinds[taskId].parts(facts).length > 0
}

export function progressOf(taskId: TaskId, facts: TaskFacts): TaskProgress {
  const parts: readonly boolean[] = kinds[taskId].parts(facts)
  return { doneCount: parts.filter(Boolean).length, ofCount: parts.length }
}

/** What sets this time apart from the next: the month, of a task that comes every month. */
export function taskOccasionOf(taskId: TaskId, todayOn: string): string {
  return kinds[taskId].every === 'month' ? todayOn.slice(0, 7) : 'ever'
}

/** Where it stands with her; what was rewarded stays so, whatever became of it. */
export function taskStateOf(
  taskId: TaskId,
  { facts, grants, todayOn }: { facts: TaskFacts; grants: readonly string[]; todayOn: string },
): TaskState {
  if (isGranted(grants, giftIdOf(taskId), taskOccasionOf(taskId, todayOn))) return 'claimed'
  const { doneCount, ofCount } = progressOf(taskId, facts)
  return ofCount > 0 && doneCount === ofCount ? 'claimable' : 'open'
}

/** Nature's key of the reward: one for each task, member and time. */
export function taskKeyOf(taskId: TaskId, memberId: string, todayOn: string): string {
  return grantKeyOf(giftIdOf(taskId), memberId, taskOccasionOf(taskId, todayOn))
}

/** A task's reward as a gift of the grant engine. */
export function taskGift(
  { taskId, points, templateIds }: TaskRow,
  version: number,
): Omit<GivenRule, 'scene'> {
  const title = `任务“${kinds[taskId].title}”`
  const often = kinds[taskId].every === 'month' ? '每月一次' : '每位会员一次'
  const sentence = `${title}，${often}`
  return { ruleId: giftIdOf(taskId), version, title, sentence, points, templateIds, thing: null }
}

function giftIdOf(taskId: TaskId): string {
  return `task-${taskId}`
}
