/** What the entry of a movement tells, and the words that several sentences share. */
import type { EarnCap } from '../rules/earning'
import { formatYuan } from '../yuan'

/** A gift as an entry remembers it: its name, and its rule in the shopper's words. */
export interface GiftFacts {
  readonly title: string
  readonly rule: string
}

/** A check-in as an entry remembers it. */
export interface CheckInFacts {
  /** The days in a row that it made. */
  readonly streakDays: number
  /** What of its points was the bonus of a streak. */
  readonly bonusPoints: number
  /** The missed day that was made up; absent when it was a check-in of the day itself. */
  readonly madeUpOn?: string
}

/** What an entry's sentence may tell. */
export interface Story {
  /** Signed change of balance less debt. */
  readonly points: number
  readonly debtChangePoints: number
  /** What went into pending (+) or was taken out of it by a refund (−). */
  readonly pendingChangePoints: number
  readonly storeName: string | null
  readonly on: string
  readonly paidFen: number | null
  /** What of the bill earns nothing, where there was any. */
  readonly excludedFen?: number | null | undefined
  readonly receiptNo: string | null
  readonly rewardTitle: string | null
  /** What a manager gave as her reason. */
  readonly note: string | null
  /** When points that are pending can be spent. */
  readonly releasesOn: string | null
  readonly cap: EarnCap
  /** Which gift it was, and how often there is one. */
  readonly gift?: GiftFacts
  readonly checkIn?: CheckInFacts
  /** The receipt's date, when its code was forgotten. */
  readonly boughtOn?: string
  /** Money that points took off a bill. */
  readonly offFen?: number
}

export function earnedOf(story: Story): string {
  const { pendingChangePoints, releasesOn } = story
  const come = pendingChangePoints === 0 ? '' : `，${releasesOn} 到账`
  const points = story.points + pendingChangePoints
  return `获得 ${points} 积分${come}${capOf(story)}${receiptOf(story)}`
}

export function dayText(on: string): string {
  return `${Number(on.slice(5, 7))} 月 ${Number(on.slice(8))} 日`
}

export function placeOf({ storeName }: Story): string {
  return storeName ? `在${storeName}` : ''
}

export function moneyOf({ paidFen }: Story): string {
  return paidFen === null ? '' : ` ${formatYuan(paidFen)}`
}

export function excludedOf({ excludedFen }: Story): string {
  return excludedFen ? `（其中 ${formatYuan(excludedFen)} 的商品不参与积分）` : ''
}

function capOf({ cap, boughtOn }: Story): string {
  if (cap === null) return ''
  // The cap of an old receipt is the one of its own day.
  const now = boughtOn === undefined ? ['今日', '本月'] : ['当日', '当月']
  return `，${cap === 'day' ? now[0] : now[1]}已达上限`
}

export function noteOf({ note }: Story): string {
  return note === null ? '' : `（${note}）`
}

export function receiptOf({ receiptNo }: Story): string {
  return receiptNo === null ? '' : `（小票 ${receiptNo}）`
}

/** How long the streak is, and its bonus where there was one. */
export function streakWordsOf({ checkIn, points }: Story): string {
  if (!checkIn) return points === 0 ? '' : `，获得 ${points} 积分`
  const { streakDays, bonusPoints } = checkIn
  const bonus = bonusPoints === 0 ? '' : `（含连签奖励 ${bonusPoints}）`
  const got = points === 0 ? '' : `，获得 ${points} 积分${bonus}`
  return `，连续 ${streakDays} 天${got}`
}

export function giftOf({ gift }: Story): string {
  return gift?.title ?? '礼包'
}
