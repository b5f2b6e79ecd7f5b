/** What the points mall refuses: a part of the closed list of `refusal.ts`. */
export const mallRefusals = {
  REWARD_NOT_FOUND: '没有找到这件礼品',
  REWARD_NOT_ON_SALE: '这件礼品不在兑换时间内',
  REWARD_OFF_SHELF: '这件礼品已经下架了，看看别的吧',
  REWARD_CHANGED: '这件礼品刚刚有变动，请看过最新的再操作',
  REWARD_TIER: '会员等级还没达到这件礼品的要求',
  REWARDS_FULL: '礼品已满两百件，请修改一件下架的',
  STOCK_TOO_FEW: '减得比剩下的还多，请核对后再改',
  SOLD_OUT: '来晚一步，剩下的不够了',
  REDEMPTION_LIMIT: '您已达到这件礼品的限兑数量',
  REDEMPTION_DAY_LIMIT: '今天兑换这件礼品已达上限，明天再来',
  REDEMPTION_NOT_FOUND: '没有找到这笔兑换',
  REDEMPTION_COLLECTED: '礼品已经取走，不能再取消',
  REDEMPTION_CANCELLED: '这笔兑换已经取消，积分已退回',
  REDEMPTION_UNPAID: '这笔兑换还没有付款，付款后才能领取',
} as const
