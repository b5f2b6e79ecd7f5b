/**
 * A refusal is an expected "no": part of the business, told to the person in one sentence.
 * The list is closed; whoever needs a new "no" adds its code and its sentence here.
 * A fault (a bug, broken infrastructure) is not a refusal: it is thrown, only the door catches it,
 * and it is answered as INTERNAL.
 */
import { listRefusals } from './list-refusals'
import { mallRefusals } from './mall-refusals'

export const refusalSentences = {
  ...listRefusals,
  ...mallRefusals,
  INPUT_INVALID: '填写的内容有误，请检查后再试',
  ACTION_UNKNOWN: '这个功能暂不支持，请更新小程序后再试',
  IDENTITY_MISSING: '没有认出您的微信身份，请从微信重新打开',
  MEMBER_REQUIRED: '请先入会，再使用这项服务',
  ROLE_REQUIRED: '您没有这项操作的权限，如有需要请联系店长',
  OWNER_REQUIRED: '店主的任职只能由店主调整',
  STAFF_NOT_FOUND: '没有找到这位同事，可能已经移除了',
  SHOP_OWNER_REQUIRED: '店铺资料和门店的名称地址由店主填写',
  SHOP_CHANGED: '刚才有人改过店铺资料，请看过最新的再保存',
  STORES_FULL: '门店数量已到上限，不能再添加',
  STORE_REQUIRED: '您负责多家门店，请先选择本次操作的门店',
  STORE_FOREIGN: '这家门店不在您的负责范围内',
  REQUEST_REUSED: '这次提交与之前的内容不一致，请返回后重新发起',
  BUSY: '现在有点忙，请稍等片刻再试',
  ALREADY_THERE: '刚才已经登记过了，请刷新后再看',
  UNDER_WAY: '还在办理当中，请稍等片刻再试',
  INTERNAL: '系统出了点小问题，请稍后再试',

  CODE_INVALID: '会员码不正确，请核对后再试',
  CODE_EXPIRED: '会员码已过期，请刷新会员码',
  CODE_USED: '这个会员码已经用过了，请刷新会员码',
  CODE_ATTEMPTS: '连续输错次数过多，请一分钟后再试',
  TICKET_INVALID: '请重新扫描会员码',
  TICKET_EXPIRED: '扫码已超过十分钟，请重新扫描会员码',
  SELF_SERVICE: '不能为自己办理，请由其他同事操作',

  INVITATION_NOT_HELD: '这条邀请已经处理过了',
  PACK_CLAIMED: '合并来的会员身份已经领过这份礼了',
  PACK_EXPIRED: '已过领取期限',
  GIFT_NOT_FOUND: '没有这份礼',
  GIFT_NOT_DUE: '还没到领取的日子',
  PRIVATE_NOT_TOLD: '会员没有填写过这一项',
  TAGS_FULL: '标签太多了，请先去掉一个',
  GIFT_HAD: '一年之内已经收过这样的礼了',
  GIFT_STACKED: '同一天的礼只送一份，您已经有了',
  GIFT_USED_UP: '来晚一步，这份礼已经送完了',
  GIFT_RULE_NOT_FOUND: '没有找到这条送礼规则',
  BIRTHDAY_TOO_SOON: '生日一年内只能修改一次',

  CHECKIN_OFF: '本店没有开通签到',
  CHECKIN_DONE: '今天已经签到过了，明天再来',
  MAKE_UP_DAY: '这一天不能补签，请换一天',
  MAKE_UP_USED: '本月的补签卡已经用完了',
  TASK_NOT_FOUND: '没有这项任务',
  TASK_OPEN: '这项任务还没有完成',
  STORE_CODE_INVALID: '到店码不对，请看店里今天的码',
  STORE_CODE_ATTEMPTS: '今天输错的次数太多，请直接签到或请店员帮忙',
  STORE_FAR: '您离门店有些远，请到店里再扫码',

  PURCHASE_REPEAT: '十分钟内有一笔相同金额的消费，请确认是否重复',
  RECEIPT_REPEAT: '这笔消费可能已经登记过，请核对是否同一笔',
  PURCHASE_OVER_CAP: '单笔金额超过上限，请由店长操作',
  PURCHASE_NOT_FOUND: '没有找到这笔消费',
  PURCHASE_REFUNDED: '这笔消费已经全部退过款了',
  REFUND_EXCEEDS: '退款金额超过了剩下的金额',
  REFUND_PARTS: '这笔消费已经分了太多次退款，请把剩下的一次退完',
  PREVIEW_STALE: '有变化，请重新查看',
  ROUND_OFF_RANGE: '抹零的金额不在本店允许的范围内',
  RECEIPT_USED: '这张小票已经登记过了',
  RECEIPT_TOO_OLD: '小票超过了可以补积分的天数',
  RECEIPT_MONTH_CAP: '本月补积分的次数已经用完',
  COUPON_NOT_FOUND: '没有找到这张优惠券',
  COUPON_USED: '这张优惠券已经使用过了',
  COUPON_EXPIRED: '这张优惠券已过期',
  COUPON_NOT_YET: '这张优惠券还没到可用日期',
  COUPON_THRESHOLD: '消费金额未达到优惠券的使用门槛',
  COUPON_STORE: '这张优惠券不能在本店使用',
  COUPON_WEEKDAY: '这张优惠券今天不能用',
  COUPON_HOURS: '这张优惠券现在不在可用时段',
  COUPON_TIER: '会员等级还没达到这张券的要求',
  COUPON_CATEGORY: '这张券只用于部分商品，请逐行录入账单',
  COUPON_FREIGHT: '这笔消费没有运费可减',
  COUPON_AT_DESK: '这张券凭券码核销，不在账单里用',
  COUPON_STACK: '和已选的优惠券不能同时使用',
  COUPON_HELD: '这张券正在另一笔账单里等待确认',
  COUPON_AT_TILL: '这张券在收银时使用，不在这里核销',
  COUPON_NOT_TRANSFERABLE: '这张券不能转赠',
  COUPON_TRANSFERRED: '这张券已经转赠过一次，不能再转赠',
  OFFER_NOT_FOUND: '没有找到这份赠送',
  OFFER_OWN: '自己送出的券不能自己领，可以撤回',
  OFFER_TAKEN: '来晚一步，这张券已经有人领了',
  OFFER_OVER: '这份赠送已经结束，券回到了送出的人那里',
  TEMPLATE_CHANGED: '另一位店长刚刚改过这个模板，请看过最新的再操作',
  BATCH_NOT_FOUND: '没有找到这批优惠券',
  BATCH_VOIDED: '这批优惠券已经作废过了',

  DROP_NOT_FOUND: '没有找到这次社群福利',
  DROP_NOT_OPEN: '还没到开抢的时间',
  DROP_SOLD_OUT: '来晚一步，已经抢完了',
  DROP_CLAIMED: '您已经领过这次的券了，每人一张',
  DROP_CLOSED: '这次社群福利已经结束',
  DROP_STARTED: '已经开始或马上开始，不能再改，开始后可以提前结束',
  DROP_BUDGET: '超出了这个社群本月可以发的张数，请减少张数或联系店长',
  DROP_NOT_FOR_YOU: '这次社群福利不在您可以领取的范围',
  TEMPLATE_NOT_FOUND: '没有找到这个券模板',
  GROUP_REQUIRED: '请从群里的卡片进入',
  GROUP_UNKNOWN: '这个微信群还没有绑定社群，请联系团长',
  GROUP_NOT_INVITED: '这个群不在这次社群福利的范围里',
  GROUP_TAKEN: '这个微信群已经绑定了另一个社群',
  COMMUNITY_NOT_FOUND: '没有找到这个社群',
  COMMUNITY_BOUND: '这个社群已经绑定了微信群，要换群请点更换微信群',
  COMMUNITY_PAUSED: '这个社群暂时停用，请联系店长',
  COMMUNITY_RULES_UNCHANGED: '和现在的群规一样，没有需要发布的改动',

  POINTS_INSUFFICIENT: '可用积分不足',
  POINTS_PAY_CLOSED: '本店没有开通积分抵扣',
  POINTS_PAY_RANGE: '积分抵扣的数量不在可用范围内',
  POINTS_NOT_CONFIRMED: '会员还没有在手机上确认积分抵扣',
  PROPOSAL_NOT_FOUND: '没有找到这次积分抵扣',
  PROPOSAL_DECLINED: '会员选择不用积分，请按原价收款',
  PROPOSAL_EXPIRED: '积分抵扣的确认已超时，请重新发起',
  PROPOSAL_USED: '这次积分抵扣已经用过了',
  PROPOSAL_CHANGED: '账单和会员确认的不一样了，请重新发起积分抵扣',
  ACCOUNT_FROZEN: '您的积分暂停使用，一分也不会少，请联系店长',
  ACCOUNT_NOT_FROZEN: '这个积分账户没有被冻结',
  ACCOUNT_UNSOUND: '这个积分账户正在核对，暂时不能使用，核对后一分也不会少',
  CERTIFICATE_NOT_FOUND: '没有找到这一天的账平证书',
  RANGE_TOO_LONG: '一次最多查看一年，请缩短日期范围',
  ACCOUNT_WHOLE: '账户与流水一致，不需要重建',
  ENTRIES_BROKEN: '流水本身被改动过，请先从备份恢复那笔流水',
  REBUILD_MOVED: '账户刚刚有变化，请重新核对后再确认',
  ACCOUNT_HELD: '这个账户因账目不符而暂停，请先按流水核对',
  PICKUP_NOT_FOUND: '没有找到这个自提码或券码，请核对后再输',
  PICKUP_USED: '这个自提码已经用过了',
  PICKUP_EXPIRED: '自提码已过期，积分会退回会员账户',

  PAYMENT_OFF: '本店还没有开通微信支付，请到店里办理',
  PAYMENT_FAILED: '微信支付暂时没有接通，请稍后再试',
  ORDER_NOT_FOUND: '没有找到这笔付款',
  ORDER_PAID: '这笔已经付过款了',
  ORDER_OVER: '付款时间已过，请重新下单',
  ORDER_UNPAID: '这笔还没有付款，不用退款',
  FLAG_NOT_FOUND: '没有找到这条待查的付款',

  RULE_INVALID: '有一项填得不合适，请按提示修改',
  RULE_CHANGED: '另一位店长刚刚改过这条规则，请看过最新的内容再操作',
  SHARE_RULE: '平台不允许拿好处换分享，请换一种写法',
  RULE_UNCHANGED: '和正在用的规则一样，没有需要发布的改动',
  TEXT_RISKY: '这段文字没有通过内容安全检测，请修改后再发布',
  TEXT_HELD: '这段文字还没有通过人工审核，通过后才能发布',
  HELD_NOT_FOUND: '没有找到这段待审的文字',
  HELD_DECIDED: '这段文字已经审核过了',
  HELD_CHANGED: '作者已经改过这段文字，请审核新的一段',
  ADJUSTMENT_CAP: '今天的人工调整已到上限，请由店长操作',
  ADJUSTMENT_NOT_FOUND: '没有找到这笔人工调整',
  ADJUSTMENT_DECIDED: '这笔人工调整已经处理过了',

  IMPORT_FILE: '文件读不懂，请检查标出的那一行',
  IMPORT_HEADER: '表头缺少一列，或有一列重复',
  IMPORT_WORKBOOK: '这是表格工作簿，请另存为逗号分隔格式再选',
  IMPORT_ENCODING: '文件里的文字读不出来，请另存为逗号分隔格式再选',
  IMPORT_EMPTY: '文件里没有数据',
  IMPORT_TOO_LARGE: '一次最多导入一万行，请分成几个文件',
  IMPORT_NOT_FOUND: '没有找到这次导入',
  IMPORT_INCOMPLETE: '文件还没有传完，请重新上传',
  IMPORT_NOT_CHECKED: '请先核对，再登记',

  SIGNATURE_INVALID: '签名不正确，请核对收银系统的密钥',
  SIGNATURE_LATE: '签名时间与现在相差超过五分钟，请校准收银系统的时钟',

  OPENING_NOT_FOUND: '这个手机号没有待领的老会员积分',
  OPENING_CLAIMED: '老会员积分已经领过了',
  OPENING_EXPIRED: '这些老会员积分已经全部到期',
  PHONE_CODE_INVALID: '手机号没有验证成功，请再点一次',
  PHONE_UNAVAILABLE: '暂时不能验证手机号，请带老会员卡到店里，由店员办理',
  PHONE_TAKEN: '这个手机号已经绑定了另一位会员',

  CLOSING_SIGNED: '这一天已经日结了，之后的账进下一天',
  CLOSING_ORDER: '后面的日子已经日结，请接着往后结',
  CLOSING_AHEAD: '还没到这一天',
  CLOSING_NOTE: '有差异，请写明原因再签字',
  CLOSING_CHANGED: '刚才又有新的账，请核对新的数字再签字',
  CLOSING_LIST: '小票清单每行写一张，先写小票号，再写金额',
  CLOSING_TOO_LARGE: '一次最多结一万笔，请按收银台分开日结',

  MESSAGE_NOT_FOUND: '没有找到这条消息',

  SETUP_CODE_INVALID: '开店码不正确',
  SETUP_DONE: '开店码已经使用过了',
  MEMBER_NOT_FOUND: '没有找到这位会员',
  LOOKUPS_USED: '今天查找会员的次数已经用完，请明天再查',
  NOTE_NOT_FOUND: '没有找到这条备注',
  NOTES_FULL: '备注太多了，请先删掉不用的',

  MEMBERSHIP_MERGED: '这个会员身份已合并到另一个微信，请用那个微信打开',
  MERGE_SAME: '这是同一位会员，不用合并',
  MERGE_STAFF: '店员和团长的会员身份不能合并出去，请先结束任职',
  MERGE_PENDING: '转出的会员还有待到账的积分，到账后再合并',
  MERGE_RECENT: '转出的会员七天内刚并入过别的会员，七天后再合并',
  MERGE_NOT_FOUND: '没有找到这次合并',
  MERGE_UNDONE: '这次合并已经撤销过了',
  MERGE_UNDO_OVER: '合并超过七天，不能再撤销',
  MERGE_SPENT: '转入的积分已经用掉一部分，不能撤销合并',
  MERGE_CHANGED: '合并后有券已用或兑换消费已退，不能撤销合并',
} as const

export type RefusalCode = keyof typeof refusalSentences

/** Facts that help the person on: which field, how many points are missing, when it was used. */
export type RefusalDetail = Readonly<Record<string, string | number | boolean | null>>

export interface Refusal {
  readonly ok: false
  readonly code: RefusalCode
  readonly detail?: RefusalDetail
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | Refusal

/** What every cloud function answers; `message` is the refusal's sentence. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false
      readonly code: RefusalCode
      readonly message: string
      readonly detail?: RefusalDetail
      readonly requestId: string
    }

export function accept<T>(value: T): Outcome<T> {
  return { ok: true, value }
}

export function refuse(code: RefusalCode, detail?: RefusalDetail): Refusal {
  return detail ? { ok: false, code, detail } : { ok: false, code }
}
