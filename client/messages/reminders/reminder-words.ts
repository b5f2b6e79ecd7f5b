import type { TemplateKey } from '@shared/messages/template'

/** What each kind tells of. */
export const kindNotes: Readonly<Record<TemplateKey, string>> = {
  gift: '生日、节日和升级的礼',
  pickup: '兑换、自提和退换有变化',
  expiry: '积分和优惠券快到期',
  tier: '升级、保级和差多少',
  list: '接龙成团、到货和取消',
  drop: '您等的福利快开抢',
}

export function leftText(leftCount: number): string {
  return leftCount > 0 ? `还可提醒 ${leftCount} 次` : '未开启'
}
