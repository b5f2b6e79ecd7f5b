import { type Route, routes } from '../routes'

/** A page that the desk leads to. */
export interface Way {
  /** For walks: `way-<name>`. */
  readonly name: string
  readonly title: string
  /** What is done there, in a few words. */
  readonly note: string
  readonly to: Route
}

export interface WayGroup {
  readonly title: string
  readonly ways: readonly Way[]
}

/** All that a manager can do, as the desk lists it: a new page is one line here. */
export const wayGroups: readonly WayGroup[] = [
  {
    title: '会员',
    ways: [
      {
        name: 'members',
        title: '找会员',
        note: '按昵称、手机、小票',
        to: routes.findMember,
      },
    ],
  },
  {
    title: '积分',
    ways: [
      {
        name: 'account',
        title: '会员积分',
        note: '查账户、调整、暂停使用',
        to: routes.account,
      },
      {
        name: 'adjustments',
        title: '人工调整记录',
        note: '审批、查看',
        to: routes.adjustments,
      },
      {
        name: 'merges',
        title: '合并会员',
        note: '换手机、换微信后合成一个',
        to: routes.merges,
      },
    ],
  },
  {
    title: '规则',
    ways: [
      {
        name: 'rules',
        title: '积分规则',
        note: '比例、上限、会员日、抵现',
        to: routes.rules,
      },
    ],
  },
  {
    title: '积分商城',
    ways: [
      {
        name: 'rewards',
        title: '礼品',
        note: '上新、库存、限兑、下架',
        to: routes.rewardShelf,
      },
    ],
  },
  {
    title: '关怀',
    ways: [
      {
        name: 'gift-rules',
        title: '送礼规则',
        note: '生日、节日、复购、唤醒',
        to: routes.giftRules,
      },
      {
        name: 'gift-calendar',
        title: '送礼日历',
        note: '先看谁会收到什么',
        to: routes.giftCalendar,
      },
    ],
  },
  {
    title: '社群与优惠券',
    ways: [
      {
        name: 'communities',
        title: '社群',
        note: '任命团长、换团长、停用',
        to: routes.communities,
      },
      {
        name: 'drops',
        title: '社群福利',
        note: '发一场，看各群成绩',
        to: routes.drops,
      },
      {
        name: 'coupons',
        title: '优惠券',
        note: '券模板、发放、作废',
        to: routes.couponDesk,
      },
      {
        name: 'reach',
        title: '微信触达',
        note: '发之前看能通知到几位',
        to: routes.reach,
      },
      {
        name: 'held',
        title: '待审文字',
        note: '通过、不通过',
        to: routes.heldTexts,
      },
      {
        name: 'held-invitations',
        title: '待核对的邀请',
        note: '核对后发放或不给奖励',
        to: routes.heldInvitations,
      },
    ],
  },
  {
    title: '接龙',
    ways: [
      {
        name: 'lists',
        title: '门店的接龙',
        note: '到货、收款、月结',
        to: routes.listDesk,
      },
      {
        name: 'list-approvals',
        title: '待审商品',
        note: '团长想卖的新东西',
        to: routes.listApprovals,
      },
      {
        name: 'list-damages',
        title: '坏果包赔',
        note: '超过团长额度的',
        to: routes.listDamages,
      },
    ],
  },
  {
    title: '账目',
    ways: [
      {
        name: 'payment-flags',
        title: '待查的付款',
        note: '对不上的付款、没退成的钱',
        to: routes.paymentFlags,
      },
      {
        name: 'certificates',
        title: '每日账平',
        note: '查看证书、复核、处理不符',
        to: routes.certificates,
      },
      {
        name: 'liability',
        title: '积分负债',
        note: '欠会员多少积分，折合多少钱',
        to: routes.liability,
      },
    ],
  },
  {
    title: '门店',
    ways: [
      {
        name: 'closing',
        title: '日结',
        note: '和收银机对账，签字',
        to: routes.closing,
      },
      {
        name: 'import',
        title: '导入',
        note: '消费、老会员积分',
        to: routes.import,
      },
      {
        name: 'purchases',
        title: '消费记录',
        note: '查账、退款',
        to: routes.storePurchases,
      },
      { name: 'staff', title: '员工管理', note: '谁在哪家店，添加、移除', to: routes.staffList },
      {
        name: 'shop',
        title: '店铺资料',
        note: '店名、公告、门店、电话',
        to: routes.shopFacts,
      },
    ],
  },
]
