/** The scenes of care as a manager reads them: a row each says all that its form asks. */
import { holidays } from '@shared/calendar/holidays'
import {
  type GiftHoliday,
  type GiftScene,
  type GiftTier,
  giftHolidays,
  giftTiers,
  type HandOver,
  handOvers,
  type StackPolicy,
} from '@shared/gifts/gift-rule'
import {
  MAX_GIFT_DAYS,
  MAX_GIFT_LEAD_DAYS,
  MAX_PURCHASE_NO,
  MAX_SILENT_DAYS,
  MAX_WAIT_DAYS,
} from '@shared/limits'
import { tierTitles } from '@shared/tiers/tier'

export type WhenFigure = 'purchaseNo' | 'leadDays' | 'silentDays' | 'waitDays' | 'claimDays'

/** A whole number of its scene, as it is typed. */
export interface FigureField {
  readonly name: WhenFigure
  readonly label: string
  readonly placeholder: string
  readonly least: number
  readonly most: number
  readonly unit: string
}

const purchaseNo: FigureField = {
  ...{ name: 'purchaseNo', label: '第几次消费', placeholder: '例如 3' },
  ...{ least: 2, most: MAX_PURCHASE_NO, unit: '' },
}
const leadDays: FigureField = {
  ...{ name: 'leadDays', label: '提前几天', placeholder: '0 就是当天' },
  ...{ least: 0, most: MAX_GIFT_LEAD_DAYS, unit: '天' },
}
const silentDays: FigureField = {
  ...{ name: 'silentDays', label: '多少天没来', placeholder: '例如 180' },
  ...{ least: 1, most: MAX_SILENT_DAYS, unit: '天' },
}
const waitDays: FigureField = {
  ...{ name: 'waitDays', label: '首单后等几天', placeholder: '等退款期过去' },
  ...{ least: 0, most: MAX_WAIT_DAYS, unit: '天' },
}
const claimDays: FigureField = {
  ...{ name: 'claimDays', label: '几天内有效', placeholder: '当天算第一天' },
  ...{ least: 1, most: MAX_GIFT_DAYS, unit: '天' },
}

export interface ScenePreset {
  readonly title: string
  readonly points: number
  readonly handOver: HandOver
  readonly stack: StackPolicy
  readonly when: Readonly<Partial<Record<WhenFigure, number>>>
}

export interface SceneRow {
  readonly scene: GiftScene
  readonly label: string
  /** At which moment it comes. */
  readonly words: string
  readonly asksHoliday: boolean
  readonly figures: readonly FigureField[]
  /** How it may be handed over. */
  readonly handOvers: readonly HandOver[]
  readonly tiersLabel: string
  readonly pointsLabel: string
  readonly preset: ScenePreset
}

type Own = Pick<SceneRow, 'scene' | 'label' | 'words' | 'figures'> &
  Partial<Pick<SceneRow, 'asksHoliday' | 'handOvers' | 'tiersLabel' | 'pointsLabel'>> & {
    readonly preset: Pick<ScenePreset, 'title' | 'points'> & Partial<ScenePreset>
  }

function row({ preset, ...own }: Own): SceneRow {
  return {
    ...{ asksHoliday: false, handOvers, tiersLabel: '哪些等级（不选就是所有等级）' },
    pointsLabel: '送多少积分',
    ...own,
    preset: { handOver: 'claim', stack: 'all', when: { claimDays: 7 }, ...preset },
  }
}

/** In the order of a membership's life. */
export const sceneTable: readonly SceneRow[] = [
  row({
    ...{ scene: 'welcome', label: '新人礼包', words: '入会当天起，每人领一次' },
    ...{ figures: [claimDays], handOvers: ['claim'] },
    preset: { title: '新人礼包', points: 100 },
  }),
  row({
    ...{ scene: 'firstPurchase', label: '首单礼', words: '第一次消费时送，退款会收回' },
    ...{ figures: [claimDays], preset: { title: '首单有礼', points: 50, handOver: 'unasked' } },
  }),
  row({
    ...{ scene: 'repurchase', label: '复购礼', words: '第几次消费时送，退掉的不算' },
    figures: [purchaseNo, claimDays],
    preset: {
      ...{ title: '第三次光临有礼', points: 50, handOver: 'unasked' },
      when: { purchaseNo: 3, claimDays: 7 },
    },
  }),
  row({
    ...{ scene: 'upgrade', label: '升级礼', words: '升到新等级时送，每级每周期一次' },
    ...{ figures: [claimDays], tiersLabel: '升到哪一级（不选就是每一级）' },
    preset: { title: '升级贺礼', points: 100, handOver: 'unasked' },
  }),
  row({
    ...{ scene: 'birthday', label: '生日礼', words: '生日当天早上 9 点，公历农历都认' },
    figures: [leadDays, claimDays],
    preset: {
      ...{ title: '生日快乐，一份小礼', points: 88, stack: 'highest' },
      when: { leadDays: 0, claimDays: 7 },
    },
  }),
  row({
    ...{ scene: 'holiday', label: '节日礼', words: '节日当天起，会员一进来就能看到' },
    ...{ figures: [leadDays, claimDays], asksHoliday: true },
    preset: {
      ...{ title: '中秋快乐，月圆人团圆', points: 20, stack: 'highest' },
      when: { leadDays: 0, claimDays: 3 },
    },
  }),
  row({
    ...{ scene: 'memberDay', label: '会员日礼', words: '每个会员日送，日子在积分规则里定' },
    figures: [claimDays],
    preset: { title: '会员日见面礼', points: 10, stack: 'highest', when: { claimDays: 1 } },
  }),
  row({
    ...{ scene: 'anniversary', label: '纪念日礼', words: '入会满周年那天送，每年一次' },
    figures: [leadDays, claimDays],
    preset: {
      ...{ title: '相识周年礼', points: 50, stack: 'highest' },
      when: { leadDays: 0, claimDays: 7 },
    },
  }),
  row({
    ...{ scene: 'referral', label: '邀请礼', words: '好友首单过了等待期，两个人都有' },
    figures: [waitDays, claimDays],
    preset: {
      ...{ title: '邀请好友到店礼', points: 50, handOver: 'unasked' },
      when: { waitDays: 7, claimDays: 30 },
    },
  }),
  row({
    ...{ scene: 'wakeUp', label: '唤醒礼', words: '很久没来的会员，问一句原因再送' },
    ...{ figures: [silentDays, claimDays], pointsLabel: '回来消费后送多少积分' },
    preset: {
      ...{ title: '好久不见，回来看看', points: 100 },
      when: { silentDays: 180, claimDays: 30 },
    },
  }),
]

export function sceneRowOf(scene: GiftScene): SceneRow {
  const found = sceneTable.find((each) => each.scene === scene)
  if (!found) throw new Error(`no row for the scene ${scene}`)
  return found
}

/** What a holiday's gift is called until somebody says otherwise; each in the words of its day. */
export function holidayTitle(holiday: GiftHoliday): string {
  return `${holidays[holiday].greeting}，一份心意`
}

/** A date that only this shop keeps, among the holidays. */
export const OWN_DAY = 'own'

export const holidayChips = [
  ...giftHolidays.map((holiday) => ({ value: holiday, label: holidays[holiday].name })),
  { value: OWN_DAY, label: '本店的日子' },
] as const

export const tierChips = giftTiers.map((tier) => ({ value: tier, label: tierTitles[tier] }))

export function tierText(tiers: readonly GiftTier[]): string {
  return tiers.length === 0 ? '所有等级' : tiers.map((tier) => tierTitles[tier]).join('、')
}

export const handOverChips: readonly { value: HandOver; label: string }[] = [
  { value: 'claim', label: '会员来领' },
  { value: 'unasked', label: '自动送到' },
]

export const handOverWords: Readonly<Record<HandOver, string>> = {
  claim: '放在首页等会员来领，过了日子就收起来',
  unasked: '到时候直接进账户，同时发一条消息',
}

export const stackChips: readonly { value: StackPolicy; label: string }[] = [
  { value: 'all', label: '照样送' },
  { value: 'highest', label: '只送最值的' },
  { value: 'first', label: '只送排在前的' },
]

/** What becomes of it beside another gift of the same day. */
export const stackWords: Readonly<Record<StackPolicy, string>> = {
  all: '同一天有别的礼，这一份照样送',
  highest: '同一天有几份这样的礼，只送最值的一份，其余的记下原因',
  first: '同一天有几份这样的礼，规则列表里排在前面的送，其余的记下原因',
}
