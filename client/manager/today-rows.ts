/** Today in rows: what it came to, and what waits for the manager, each with its way on. */
import { countText, shortDay, yuanText } from '../format'
import { type Query, type Route, routes } from '../routes'
import type { ManagerToday } from './today.store'

export interface TodayRow {
  /** For walks: `today-<name>`. */
  readonly name: string
  readonly title: string
  readonly notes: readonly string[]
  readonly figure: string
  readonly to: Route
  readonly query?: Query
}

/** What today came to so far; also what came to nothing is told. */
export function figureRows({ sales, joinedCount, points }: ManagerToday): readonly TodayRow[] {
  return [
    {
      name: 'sales',
      title: '会员消费',
      notes: [`${countText(sales.purchaseCount)} 笔`],
      figure: `¥${yuanText(sales.paidFen)}`,
      to: routes.storePurchases,
    },
    {
      name: 'joins',
      title: '新会员',
      notes: [],
      figure: `${countText(joinedCount)} 位`,
      to: routes.findMember,
    },
    {
      name: 'points',
      title: '积分',
      notes: [`送出 ${countText(points.inPoints)}`, `用掉 ${countText(points.outPoints)}`],
      figure: netText(points),
      to: routes.liability,
    },
  ]
}

function netText({ inPoints, outPoints }: ManagerToday['points']): string {
  const net = inPoints - outPoints
  return net > 0 ? `+${countText(net)}` : countText(net)
}

/** What waits, where something does. */
export function waitingRows(today: ManagerToday): readonly TodayRow[] {
  const { pickupCount, closings, approvals } = today
  const { first } = closings
  const rows = [
    {
      name: 'closings',
      title: '没做日结',
      notes: first ? [`${first.storeName} ${shortDay(first.businessOn)}`] : [],
      count: closings.missingCount,
      unit: '台',
      to: routes.closing,
      ...(first ? { query: { storeId: first.storeId } } : {}),
    },
    {
      name: 'adjustments',
      title: '待批的积分调整',
      count: approvals.adjustments,
      unit: '笔',
      to: routes.adjustments,
    },
    { name: 'texts', title: '待审文字', count: approvals.texts, unit: '条', to: routes.heldTexts },
    {
      name: 'invitations',
      title: '待核对的邀请',
      count: approvals.invitations,
      unit: '条',
      to: routes.heldInvitations,
    },
    {
      name: 'goods',
      title: '待审商品',
      count: approvals.goods,
      unit: '个接龙',
      to: routes.listApprovals,
    },
    {
      name: 'damages',
      title: '坏果包赔',
      count: approvals.damages,
      unit: '笔',
      to: routes.listDamages,
    },
    { name: 'pickups', title: '待自提', count: pickupCount, unit: '件', to: routes.scan },
  ]
  return rows
    .filter(({ count }) => count > 0)
    .map(({ count, unit, ...row }) => ({
      notes: [],
      ...row,
      figure: `${countText(count)} ${unit}`,
    }))
}
