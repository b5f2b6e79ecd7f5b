import * as v from 'valibot'
import { isBusinessDate } from '../business-date'
import { FIRST_BIRTH_YEAR } from '../calendar/birthday'
import { LAST_LUNAR_YEAR } from '../calendar/lunar-table'
import { wakeReasons } from '../gifts/gift-rule'
import {
  COMMUNITY_NAME_MAX_LENGTH,
  COMMUNITY_RULES_MAX_LENGTH,
  DROP_TERMS_MAX_LENGTH,
  DROP_TITLE_MAX_LENGTH,
  MAX_ADJUSTED_POINTS,
  MAX_BATCH_MEMBERS,
  MAX_BILL_COUPONS,
  MAX_BILL_FEN,
  MAX_DROP_COMMUNITIES,
  MAX_DROP_QUOTA,
  MAX_MONTH_COUNT,
  MAX_PAID_POINTS,
  MAX_PURCHASE_LINES,
  MAX_REHEARSED_DAYS,
  MEMBER_CODE_DIGITS,
  NICKNAME_MAX_LENGTH,
  PHONE_DIGITS,
  PICKUP_CODE_DIGITS,
  REASON_MAX_LENGTH,
  RECEIPT_NO_MAX_LENGTH,
  SEARCH_TEXT_MAX_LENGTH,
  SETUP_CODE_MAX_LENGTH,
  SHORT_TEXT_MAX_LENGTH,
  STORE_CODE_DIGITS,
  TAG_MAX_LENGTH,
  TILL_NO_MAX_LENGTH,
} from '../limits'
import { MEMBER_NUMBER_DIGITS } from '../members/member-code'
import { templateKeys } from '../messages/template'
import { ruleFields, ruleIds } from '../rules/rule-fields'
import { taskIds } from '../tasks/task'
import { tierIds } from '../tiers/tier'
import { linesOfText, seenName, text } from './text'
import { unlisted } from './unlisted'

/** The words of the wire: each field is declared once, with its bounds. Unknown plain keys are
 * dropped by `object`, so a forged openid or price in the event has no effect. */
export const requestId = v.pipe(v.string(), v.regex(/^[\w:.-]{1,64}$/))
export const documentId = v.pipe(v.string(), v.regex(/^[\w:-]{1,96}$/))
export const memberCode = v.pipe(v.string(), v.regex(new RegExp(`^\\d{${MEMBER_CODE_DIGITS}}$`)))
/** How a manager names a member who is not there: the digits that her code begins with. */
export const memberNumber = v.pipe(
  v.string(),
  v.regex(new RegExp(`^\\d{${MEMBER_NUMBER_DIGITS}}$`)),
)
export const pickupCode = v.pipe(v.string(), v.regex(new RegExp(`^\\d{${PICKUP_CODE_DIGITS}}$`)))
export const ticket = v.pipe(v.string(), v.regex(/^[\w.-]{20,400}$/))
/** WeChat's own bound on a code's scene: 32 visible characters (wxacode.getUnlimited). */
export const scene = v.pipe(v.string(), v.regex(/^[\w!#$&'()*+,/:;=?@.~-]{1,32}$/))
export const cursor = v.pipe(v.string(), v.regex(/^[\w:.-]{1,96}$/))
/** The id of the last member of a page. */
export const memberCursor = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))
/** Epoch ms, as an answer told it. */
export const instant = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
export const billFen = v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(MAX_BILL_FEN))
export const excludedFen = v.pipe(
  v.number(),
  v.safeInteger(),
  v.minValue(0),
  v.maxValue(MAX_BILL_FEN),
)
export const freightFen = excludedFen
/** A bill at the till: 0 when it is nothing but things at an exchange price. */
export const tillBillFen = excludedFen
/** Coupons of one bill, in any order. */
export const couponIds = v.pipe(v.array(documentId), v.maxLength(MAX_BILL_COUPONS))
/** Twelve digits that a gift's owner shows; drawn like those of a pick-up. */
export const couponCode = pickupCode
/** To whom coupons of one batch go; twice named is once. */
export const memberIds = v.pipe(v.array(documentId), v.minLength(1), v.maxLength(MAX_BATCH_MEMBERS))
/** Which parts of a purchase come back, at the price on the bill. */
export const refundLines = v.pipe(
  v.array(
    v.object({
      lineNo: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(MAX_PURCHASE_LINES)),
      amountFen: billFen,
    }),
  ),
  v.minLength(1),
  v.maxLength(MAX_PURCHASE_LINES),
)
export const previewHash = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/))
/** Of a purchase; `-` is no till, it stands for none in a closing. */
export const tillNo = v.pipe(
  v.string(),
  v.regex(new RegExp(`^(?!-$)[\\w-]{1,${TILL_NO_MAX_LENGTH}}$`)),
)
export const closingTillNo = v.pipe(
  v.string(),
  v.regex(new RegExp(`^[\\w-]{1,${TILL_NO_MAX_LENGTH}}$`)),
)
/** As the reader has it: of dashes alone it is none. */
export const receiptNo = v.pipe(
  v.string(),
  v.regex(new RegExp(`^(?![-_]+$)[\\w-]{1,${RECEIPT_NO_MAX_LENGTH}}$`)),
)
export const nickname = seenName(NICKNAME_MAX_LENGTH)
/** One of our drawn avatars, or a file that the platform stored for the member. */
export const avatar = v.pipe(
  v.string(),
  v.regex(/^(?:preset:[a-z]{1,16}|cloud:\/\/[\w./-]{1,200})$/),
)
const partOfDate = (least: number, most: number) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(least), v.maxValue(most))
/** As people tell it; which days there are, `admitBirthday` says. */
export const birthday = v.object({
  calendar: v.picklist(['solar', 'lunar']),
  month: partOfDate(1, 12),
  day: partOfDate(1, 31),
  year: v.optional(partOfDate(FIRST_BIRTH_YEAR, LAST_LUNAR_YEAR)),
  isLeapMonth: v.optional(v.boolean()),
})
export const businessDate = v.pipe(v.string(), v.check(isBusinessDate))
export const shortText = text(SHORT_TEXT_MAX_LENGTH)
/** Points given (+) or taken (−) by hand. */
export const adjustedPoints = v.pipe(
  v.number(),
  v.safeInteger(),
  v.minValue(-MAX_ADJUSTED_POINTS),
  v.maxValue(MAX_ADJUSTED_POINTS),
  v.check((points) => points !== 0),
)
/** Points that pay a part of a bill. */
export const paidPoints = v.pipe(
  v.number(),
  v.safeInteger(),
  v.minValue(1),
  v.maxValue(MAX_PAID_POINTS),
)
/** What a manager writes for the member to read. */
export const reason = text(REASON_MAX_LENGTH)
export const ruleId = v.picklist(ruleIds)
const MEMBER_DAYS_MAX = 31
const figureNames = ruleIds.flatMap((rule) => ruleFields[rule].map(({ name }) => name))
const figure = v.union([
  v.null(),
  v.pipe(v.number(), v.safeInteger()),
  v.pipe(v.array(v.pipe(v.number(), v.safeInteger())), v.maxLength(MEMBER_DAYS_MAX)),
])
/** The figures of any rule: which of them make this one whole, the rule says. */
export const ruleFigures = v.pipe(
  v.object(Object.fromEntries(figureNames.map((name) => [name, v.optional(figure)]))),
  v.check((figures) => Object.keys(figures).length > 0),
)
/** Which version or draft the manager had before her eyes. */
export const seenNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
export const setupCode = v.pipe(
  v.string(),
  v.regex(new RegExp(`^[0-9A-Z-]{8,${SETUP_CODE_MAX_LENGTH}}$`)),
)
/** What WeChat's phone-number button hands to the page: good for one call, for five minutes. */
export const phoneCode = v.pipe(v.string(), v.regex(/^[\w-]{8,128}$/))
/** A mainland mobile number, typed by staff from an old card. */
export const phone = v.pipe(v.string(), v.regex(new RegExp(`^1\\d{${PHONE_DIGITS - 1}}$`)))
export const communityName = text(COMMUNITY_NAME_MAX_LENGTH)
export const communityRules = linesOfText(COMMUNITY_RULES_MAX_LENGTH)
/** Null: without a bound. */
export const monthCount = v.nullable(
  v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(MAX_MONTH_COUNT)),
)
export const dropTitle = text(DROP_TITLE_MAX_LENGTH)
export const dropTerms = linesOfText(DROP_TERMS_MAX_LENGTH)
export const judgedText = linesOfText(COMMUNITY_RULES_MAX_LENGTH)
/** `YYYY-MM`. */
export const calendarMonth = v.pipe(v.string(), v.regex(/^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])$/))
/** What the store's staff or a poster shows today. */
export const storeCode = v.pipe(v.string(), v.regex(new RegExp(`^\\d{${STORE_CODE_DIGITS}}$`)))
/** Degrees as the phone's map tells them. */
export const place = v.pipe(
  unlisted,
  v.object({
    latitude: v.pipe(v.number(), v.minValue(-90), v.maxValue(90)),
    longitude: v.pipe(v.number(), v.minValue(-180), v.maxValue(180)),
  }),
)
/** Epoch ms; which instants will do the rule says. */
export const dropMinute = v.pipe(v.number(), v.safeInteger(), v.minValue(1))
export const dropQuotas = v.pipe(
  v.array(
    v.object({
      communityId: documentId,
      quota: v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(MAX_DROP_QUOTA)),
    }),
  ),
  v.minLength(1),
  v.maxLength(MAX_DROP_COMMUNITIES),
)
export const tierId = v.picklist(tierIds)
export const templateKey = v.picklist(templateKeys)
/** The platform knows several ways to accept: with a sound, for one that is always allowed. */
const permitAnswer = v.union([
  v.picklist(['accept', 'reject', 'ban', 'filter']),
  v.pipe(
    v.string(),
    v.regex(/^acceptWith[A-Za-z]{1,20}$/),
    v.transform((): 'accept' => 'accept'),
  ),
])
/** A key that no template is declared for is refused by its name. */
export const permitAnswers = v.pipe(
  unlisted,
  v.strictObject(v.entriesFromList(templateKeys, v.optional(permitAnswer))),
  v.check((answers) => Object.keys(answers).length > 0),
)
export const tag = text(TAG_MAX_LENGTH)
export const searchText = text(SEARCH_TEXT_MAX_LENGTH)
export const taskId = v.picklist(taskIds)
export const publishedVersion = v.pipe(v.number(), v.safeInteger(), v.minValue(1))
/** A grant's key: its rule, its member, its occasion. */
export const giftId = v.pipe(v.string(), v.regex(/^[\w-]{1,40}:[\w-]{1,40}:[\w:-]{1,40}$/))
export const wakeReason = v.picklist(wakeReasons)
export const rehearsedDays = v.pipe(
  v.number(),
  v.safeInteger(),
  v.minValue(1),
  v.maxValue(MAX_REHEARSED_DAYS),
)
/** It carries what the pages before used up of the budgets. */
export const rehearsalCursor = v.pipe(v.string(), v.regex(/^[\w-]{8,1500}$/))
export const nothing = v.object({})
