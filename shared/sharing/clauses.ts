/**
 * What the platform's operation rules say about sharing, by version: what was in force when a text
 * was judged can be named later, and a text is judged anew under every new version.
 * Source: 《微信小程序平台运营规范》 5.1 (滥用分享行为), its items as shops that were punished quote
 * them, and the platform's notice on sharing of 2020-12. The titles are our own words. The notice
 * has no number of its own: it is named by the section that it explains.
 */

export type Breach = 'condition' | 'reward' | 'moments' | 'opening' | 'hint' | 'chance'

export interface ShareClause {
  /** The platform's own number. */
  readonly number: string
  readonly title: string
  /** The first date on which we know it to have been in force. */
  readonly sinceOn: string
  /** What a shop may say instead. */
  readonly instead: string
}

export interface ClauseTable {
  readonly version: number
  /** Since when texts are judged by this version. */
  readonly sinceOn: string
  readonly clauses: Readonly<Record<Breach, ShareClause>>
}

const first: ClauseTable = {
  version: 1,
  sinceOn: '2026-11-29',
  clauses: {
    condition: {
      number: '5.1.1',
      title: '不能把分享当作条件',
      sinceOn: '2021-02-08',
      instead: '不转发也一样能领；觉得好，欢迎分享给邻居',
    },
    reward: {
      number: '5.1.2',
      title: '不能因为分享或拉人给好处',
      sinceOn: '2021-07-16',
      instead: '好友入会并完成首次消费后，您得 50 积分，每月最多 5 位',
    },
    moments: {
      number: '5.1.3',
      title: '不能因为发朋友圈给好处',
      sinceOn: '2021-07-16',
      instead: '到店消费即可领取，不看朋友圈',
    },
    opening: {
      number: '5.1.2',
      title: '不能因为好友点开、助力或点赞给好处',
      sinceOn: '2021-07-16',
      instead: '好友入会并完成首次消费后，双方各得 50 积分',
    },
    hint: {
      number: '5.1.5',
      title: '不能暗示或催促分享',
      sinceOn: '2021-07-16',
      instead: '活动内容都写在这里；喜欢的话，欢迎分享给邻居',
    },
    chance: {
      number: '5.1',
      title: '邀请不能换来抽奖或不确定的好处',
      sinceOn: '2020-12-25',
      instead: '好友入会并完成首次消费后，您固定得 50 积分，人人一样',
    },
  },
}

/** Every version, the newest last; none is ever changed. */
export const clauseTables: readonly ClauseTable[] = [first]

/** The version that texts are judged by. */
export const currentClauses: ClauseTable = clauseTables.at(-1) ?? first

/** A clause as a refusal names it. */
export function clauseText({ number, title }: ShareClause): string {
  return `《微信小程序平台运营规范》${number}：${title}`
}
