import {
  lawfulTexts,
  unlawfulTexts,
  unseenLawfulTexts,
  unseenUnlawfulTexts,
} from '../../dev/harness/share-texts'
import { currentClauses } from './clauses'
import { admitShareText, judgeShareText } from './share-guard'

/** Fifteen that a shop may say. */
const lawful = [
  '欢迎分享给邻居',
  '转发不会得到积分',
  '分享与领取无关',
  '分享装薯片第二件半价',
  '诚邀您参加周六的品鉴会，到场领小礼品一份',
  '好友入会并完成首次消费后，您得 50 积分，每月最多 5 位',
  '邀请好友入会得 50 积分，好友首单后到账',
  '这张礼品券可以转给一位好友，由好友领取',
  '今晚八点限量 50 张券，每人一张，先到先得',
  '连续签到 7 天送 20 积分',
  '新人入会领 5 元券，7 天内有效',
  '无需转发、集赞，到店直接领鸡蛋一份',
  '不转发也能领，人人有份',
  '全场满 100 减 20，欢迎转发给家人',
  '生日当天到店送蛋糕券一张，朋友圈里的老邻居都说好吃',
]

/** Fifteen that it may not, each with the clause that it breaks. */
const unlawful = [
  ['分享到群后才能领取优惠券', 'condition'],
  ['没转发的会员不能参加今晚的秒杀', 'condition'],
  ['转发本活动得 10 积分', 'reward'],
  ['把海报发到三个群里。截图给店员，领鸡蛋一份', 'reward'],
  ['领取条件：转发给 5 位好友', 'reward'],
  ['拉人进群，每拉一个奖励 2 元', 'reward'],
  ['邀请好友入会即得 30 积分', 'reward'],
  ['转 发 朋 友 圈 领 积 分', 'moments'],
  ['發朋友圈截圖給店員，送牛奶一盒', 'moments'],
  ['好友点开您的链接，您就得 5 积分', 'opening'],
  ['集满 38 个赞换一盒草莓', 'opening'],
  ['找邻居帮我砍一刀，0 元拿蛋糕', 'opening'],
  ['邀请 3 位好友抽奖一次', 'chance'],
  ['拼手气邀请，最高可得 88 元', 'chance'],
  ['分享给好友，有惊喜哦', 'hint'],
] as const

describe('a text of a rule', () => {
  it.each(lawful)('may say: %s', (text) => {
    expect(judgeShareText(text)).toEqual({ lawful: true })
  })

  it.each(unlawful)('may not say: %s (%s)', (text, breach) => {
    const { number, title, instead } = currentClauses.clauses[breach]
    expect(judgeShareText(text)).toEqual({
      lawful: false,
      clause: `《微信小程序平台运营规范》${number}：${title}`,
      instead,
    })
  })
})

describe('a text as shops write it', () => {
  it.each([...lawfulTexts, ...unseenLawfulTexts])('may say: %s', (text) => {
    expect(judgeShareText(text)).toEqual({ lawful: true })
  })

  it.each([...unlawfulTexts, ...unseenUnlawfulTexts])('may not say: %s', (text) => {
    expect(judgeShareText(text)).toMatchObject({ lawful: false })
  })

  it('is offered a form that is lawful itself, whatever it breaks', () => {
    for (const { instead } of Object.values(currentClauses.clauses)) {
      expect(judgeShareText(instead)).toEqual({ lawful: true })
    }
  })
})

describe('a refusal', () => {
  it('names the field, the clause and a lawful form', () => {
    expect(admitShareText('title', '转发朋友圈领券')).toEqual({
      ok: false,
      code: 'SHARE_RULE',
      detail: {
        field: 'title',
        clause: '《微信小程序平台运营规范》5.1.3：不能因为发朋友圈给好处',
        instead: '到店消费即可领取，不看朋友圈',
      },
    })
    expect(admitShareText('title', '新人礼包')).toEqual({ ok: true, value: null })
  })
})
