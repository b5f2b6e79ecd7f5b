/** The shop's editable data. Figures that the brief does not force live here, not in code. */
import { type CheckInRule, newCheckInRule } from '../checkin/check-in-rule'
import type { Place } from '../checkin/nearness'
import { MAX_ROUND_OFF_FEN } from '../limits'
import { type ListTerms, newListTerms } from '../lists/list-terms'
import type { MessageTemplates } from '../messages/template'
import type { StampCardRule } from '../stamps/stamp-card'
import { newTaskRule, type TaskRule } from '../tasks/task'
import { newTierRule, type TierRule } from '../tiers/tier-rule'
import type { EarnRule } from './earning'
import type {
  AdjustmentRule,
  BusinessDayRule,
  ForgottenReceiptRule,
  PayWithPointsRule,
  PointValueRule,
  RoundingRule,
  RuleId,
} from './shop-rules'

export interface Store {
  readonly storeId: string
  readonly name: string
  readonly address: string
  readonly hours: string
  /** Empty or absent: nobody is called there. */
  readonly phone?: string
  /** Where it is on the map; absent: nobody is asked how near she is. */
  readonly place?: Place | null
}

export interface Shop {
  /** Nobody owns it yet: 我的 leads to the page of the set-up code. Absent: somebody does. */
  readonly awaitsOwner?: boolean
  readonly name: string
  readonly slogan: string
  readonly notice: string
  /** The first and the last business date on which it is shown; absent: without a bound. */
  readonly noticeFromOn?: string | null
  readonly noticeUntilOn?: string | null
  readonly stores: readonly Store[]
  /** Counts the changes of name, slogan, notice and stores; absent: there were none. */
  readonly factsRevision?: number
  /** Which held text waits to become which field: `shop:name`, `store:east:address`. */
  readonly heldTexts?: Readonly<Record<string, string>>
  readonly businessDay: BusinessDayRule
  readonly earnRule: EarnRule
  /** Null: bills are paid with money alone. */
  readonly payWithPoints: PayWithPointsRule | null
  readonly rounding: RoundingRule
  readonly pointValue: PointValueRule
  readonly adjustmentRule: AdjustmentRule
  readonly forgottenReceipt: ForgottenReceiptRule
  readonly tierRule: TierRule
  readonly checkIn: CheckInRule
  readonly tasks: TaskRule
  /** The newest version of each rule; one that is missing has never been changed. */
  readonly ruleVersions: Readonly<Partial<Record<RuleId, number>>>
  /** Null: the shop has none. */
  readonly stampCard: StampCardRule | null
  /** Chosen in WeChat's console; what has none is told in the inbox alone. */
  readonly messageTemplates: MessageTemplates
  /** Above it a purchase needs a manager. */
  readonly purchaseCapFen: number
  readonly pickupDays: number
  /** Gifts for invitations that one member may have in a month. */
  readonly referralMonthCapCount: number
  /** What owners of group-buy lists may do. */
  readonly lists: ListTerms
  /** Life of points that return after their lot expired; longer when the shop was the cause. */
  readonly returnedPointsDays: number
  readonly shopFaultPointsDays: number
}

/** What a new shop starts with, before its manager has changed anything. */
export const newShop: Shop = {
  name: '惠邻',
  slogan: '住得近，更要对你好',
  notice: '',
  stores: [{ storeId: 'store-1', name: '本店', address: '', hours: '' }],
  businessDay: {
    ruleId: 'business-day',
    version: 1,
    rolloverHour: 0,
    fromOn: null,
    earlier: [],
  },
  earnRule: {
    ruleId: 'earn-by-spend',
    version: 1,
    fenPerPoint: 100,
    validityMonths: 12,
    pendingDays: 0,
    dayCapPoints: null,
    monthCapPoints: null,
    memberDay: null,
    tierPercents: { silver: 100, gold: 100, diamond: 100 },
  },
  payWithPoints: null,
  rounding: { ruleId: 'rounding', version: 1, downTo: 'fen', mostFen: MAX_ROUND_OFF_FEN },
  pointValue: { ruleId: 'point-value', version: 1, fenPerHundredPoints: 100 },
  adjustmentRule: {
    ruleId: 'adjustment',
    version: 1,
    clerkDayCapPoints: 500,
    aloneCapPoints: 1_000,
    ripensAfterHours: 24,
  },
  forgottenReceipt: {
    ruleId: 'forgotten-receipt',
    version: 1,
    withinDays: 7,
    monthCapCount: 3,
  },
  tierRule: newTierRule,
  checkIn: newCheckInRule,
  tasks: newTaskRule,
  ruleVersions: {},
  stampCard: null,
  messageTemplates: {},
  purchaseCapFen: 500_000,
  pickupDays: 30,
  referralMonthCapCount: 10,
  lists: newListTerms,
  returnedPointsDays: 7,
  shopFaultPointsDays: 30,
}
