import {
  type GiftHoliday,
  type GiftScene,
  type GiftTier,
  giftHolidays,
  type HandOver,
  type StackPolicy,
} from '@shared/gifts/gift-rule'
import {
  MAX_GIFT_COUNT,
  MAX_GIFT_COUPONS,
  MAX_GIFT_POINTS,
  MAX_GIFT_TAGS,
  TAG_MAX_LENGTH,
} from '@shared/limits'
import { readWhole } from '@shared/reading/whole'
import type { InputAt } from '../api'
import type { RuleFields } from './gift-rules.store'
import { holidayTitle, OWN_DAY, sceneRowOf, type WhenFigure } from './scene-table'

export type RuleWish = InputAt<'gifts.saveRule'>

/** A rule as its form holds it: every figure as it was typed. */
export interface RuleForm {
  readonly scene: GiftScene
  readonly title: string
  readonly points: string
  readonly couponTemplateIds: readonly string[]
  readonly thing: string
  readonly handOver: HandOver
  /** By the names of the scenes' figures. */
  readonly when: Readonly<Partial<Record<WhenFigure, string>>>
  readonly holiday: GiftHoliday | typeof OWN_DAY
  readonly onDate: string
  readonly tags: string
  readonly tiers: readonly GiftTier[]
  readonly stack: StackPolicy
  readonly totalCount: string
  readonly dayCount: string
  readonly isOn: boolean
}

/** What is wrong, by the field's name as the server has it: `when.leadDays`. */
export type Problems = Readonly<Record<string, string>>

export interface ReadForm {
  readonly wish: RuleWish | null
  readonly problems: Problems
}

/** A new rule of a scene, with what most shops would write. */
export function presetForm(scene: GiftScene): RuleForm {
  const { preset, figures } = sceneRowOf(scene)
  const { title, points, handOver, stack, when } = preset
  return {
    ...{ scene, title, handOver, stack, points: points > 0 ? String(points) : '' },
    ...{ couponTemplateIds: [], thing: '', holiday: 'zhongqiu', onDate: '' },
    when: Object.fromEntries(figures.map(({ name }) => [name, String(when[name] ?? '')])),
    ...{ tags: '', tiers: [], totalCount: '', dayCount: '', isOn: true },
  }
}

export function formOf(fields: RuleFields): RuleForm {
  const { scene, title, gift, handOver, when, who, stack, budget, isOn } = fields
  return {
    ...{ scene, title, handOver, stack, isOn, couponTemplateIds: gift.couponTemplateIds },
    ...{ points: gift.points > 0 ? String(gift.points) : '', thing: gift.thing ?? '' },
    when: Object.fromEntries(
      sceneRowOf(scene).figures.map(({ name }) => [name, String(when[name] ?? '')]),
    ),
    holiday: giftHolidays.find((known) => known === when.holiday) ?? OWN_DAY,
    ...{ onDate: when.onDate ?? '', tags: who.tags.join('、'), tiers: who.tiers },
    ...{ totalCount: countIn(budget.totalCount), dayCount: countIn(budget.dayCount) },
  }
}

/** Another holiday brings its own greeting, unless the title is the manager's own. */
export function withHoliday(form: RuleForm, holiday: RuleForm['holiday']): RuleForm {
  const isPreset =
    form.title === sceneRowOf('holiday').preset.title ||
    (form.holiday !== OWN_DAY && form.title === holidayTitle(form.holiday))
  if (!isPreset) return { ...form, holiday }
  return { ...form, holiday, title: holiday === OWN_DAY ? '' : holidayTitle(holiday) }
}

/** What the form says, once nothing is wrong with it. */
export function readForm(form: RuleForm): ReadForm {
  const points = form.points.trim() === '' ? 0 : wholeIn(form.points)
  const [totalCount, dayCount] = [boundIn(form.totalCount), boundIn(form.dayCount)]
  const figures = figuresIn(form)
  const problems: Problems = {
    ...titleProblem(form),
    ...giftProblems(form, points),
    ...figures.problems,
    ...(isOwnDay(form) && form.onDate === '' ? { 'when.onDate': '请选是哪一天' } : {}),
    ...tagsProblem(form),
    ...(totalCount === undefined ? { 'budget.totalCount': BOUND_PROBLEM } : {}),
    ...(dayCount === undefined ? { 'budget.dayCount': BOUND_PROBLEM } : {}),
  }
  if (Object.keys(problems).length > 0) return { wish: null, problems }
  const { scene, title, couponTemplateIds, thing, handOver, stack, isOn } = form
  const wish: RuleWish = {
    ...{ scene, title: title.trim(), handOver, stack, isOn },
    gift: {
      ...{ points: points ?? 0, couponTemplateIds: [...couponTemplateIds] },
      thing: thing.trim() || null,
    },
    when: { ...figures.read, ...dayIn(form) },
    who: { tags: tagsIn(form), tiers: [...form.tiers] },
    budget: { totalCount: totalCount ?? null, dayCount: dayCount ?? null },
  }
  return { wish, problems }
}

const shownFields = ['title', 'handOver', 'who.tags', 'who.tiers', 'stack'] as const
const shownParts = ['gift.points', 'gift.couponTemplateIds', 'gift.thing', 'gift'] as const
const shownRest = ['when.', 'budget.'] as const

/** Under which field of the form a refusal of the server is said; null: under none. */
export function fieldOf(path: unknown): string | null {
  if (typeof path !== 'string') return null
  const known = [...shownFields, ...shownParts].find(
    (field) => path === field || path.startsWith(`${field}.`),
  )
  return known ?? (shownRest.some((start) => path.startsWith(start)) ? path : null)
}

const BOUND_PROBLEM = `请填 0 到 ${MAX_GIFT_COUNT} 的整数，不填就是不限`

/** Qingming is for the dead: nobody is wished a merry one. */
function titleProblem({ scene, title, holiday }: RuleForm): Problems {
  if (title.trim() === '') return { title: '给这份礼起个名字，会员会看到' }
  const isMourned = scene === 'holiday' && holiday === 'qingming' && title.includes('快乐')
  return isMourned ? { title: '清明不说“快乐”，可以写“清明时节，愿您平安”' } : {}
}

function giftProblems(form: RuleForm, points: number | null): Problems {
  const { couponTemplateIds, thing } = form
  const isOdd = points === null || points > MAX_GIFT_POINTS
  if (isOdd) return { 'gift.points': `请填 0 到 ${MAX_GIFT_POINTS} 的整数` }
  if (couponTemplateIds.length > MAX_GIFT_COUPONS) {
    return { 'gift.couponTemplateIds': `最多 ${MAX_GIFT_COUPONS} 种券` }
  }
  const isNothing = points === 0 && couponTemplateIds.length === 0 && thing.trim() === ''
  return isNothing ? { gift: '积分、优惠券、礼品，至少送一样' } : {}
}

function figuresIn({ scene, when }: RuleForm): {
  readonly read: Readonly<Partial<Record<WhenFigure, number>>>
  readonly problems: Problems
} {
  const read: Partial<Record<WhenFigure, number>> = {}
  const problems: Record<string, string> = {}
  for (const { name, least, most, unit } of sceneRowOf(scene).figures) {
    const figure = wholeIn(when[name] ?? '')
    if (figure === null || figure < least || figure > most) {
      problems[`when.${name}`] = `请填 ${least} 到 ${most}${unit && ` ${unit}`}`
    } else read[name] = figure
  }
  return { read, problems }
}

function isOwnDay({ scene, holiday }: RuleForm): boolean {
  return sceneRowOf(scene).asksHoliday && holiday === OWN_DAY
}

interface Day {
  readonly holiday?: GiftHoliday | null
  readonly onDate?: string | null
}

function dayIn({ scene, holiday, onDate }: RuleForm): Day {
  if (!sceneRowOf(scene).asksHoliday) return {}
  return holiday === OWN_DAY ? { onDate, holiday: null } : { holiday, onDate: null }
}

function tagsIn({ tags }: RuleForm): string[] {
  return [...new Set(tags.split(/[、，,\s]+/).filter((tag) => tag !== ''))]
}

function tagsProblem(form: RuleForm): Problems {
  const tags = tagsIn(form)
  if (tags.length > MAX_GIFT_TAGS) return { 'who.tags': `最多 ${MAX_GIFT_TAGS} 个标签` }
  const isLong = tags.some((tag) => tag.length > TAG_MAX_LENGTH)
  return isLong ? { 'who.tags': `一个标签最多 ${TAG_MAX_LENGTH} 个字` } : {}
}

function wholeIn(typed: string): number | null {
  const read = readWhole(typed)
  return read.ok ? read.value : null
}

/** Null: without a bound; undefined: it will not do. */
function boundIn(typed: string): number | null | undefined {
  if (typed.trim() === '') return null
  const count = wholeIn(typed)
  return count === null || count > MAX_GIFT_COUNT ? undefined : count
}

function countIn(count: number | null): string {
  return count === null ? '' : String(count)
}
