import type { DropShown } from '../../shared/contract/drops'

/** 2026-11-30 20:00 in Shanghai. */
export const OPENS_AT = Date.parse('2026-11-30T12:00:00Z')
const MINUTE_MS = 60_000

/** An open drop of her community, ten minutes after its beginning; what differs is named. */
export function dropShown(part: Partial<DropShown> = {}): DropShown {
  return {
    ...{ serverNow: OPENS_AT + 10 * MINUTE_MS, dropId: 'd1', title: '周一晚八点咖啡券' },
    ...{ terms: '到店出示会员码使用', state: 'open', communityId: 'c1', communityName: '东街群' },
    ...{ opensAt: OPENS_AT, closesAt: OPENS_AT + 60 * MINUTE_MS, quota: 100, leftCount: 36 },
    ...{ nextDropAt: null, isReminded: false, claimed: null, blockedBy: null },
    who: { joinedBeforeOn: null, tierFrom: null },
    coupon: {
      ...{ title: '拿铁券', face: '¥9.9', sentence: '加9.9元换拿铁', thresholdFen: 0 },
      ...{ limitWords: ['限梧桐里店', '限周一'], validityText: '领取后 7 天内可用' },
    },
    ...part,
  }
}
