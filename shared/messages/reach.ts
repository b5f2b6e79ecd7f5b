export interface Reach {
  /** How many are to be told. */
  readonly dueCount: number
  /** How many of them WeChat may tell, too. */
  readonly reachableCount: number
}

/** What a launch will reach: `应发 1,200，可达 430（36%），其余入收件箱`. */
export function reachSentence({ dueCount, reachableCount }: Reach): string {
  if (dueCount === 0) return '没有要通知的会员'
  const share = `${Math.round((reachableCount * 100) / dueCount)}%`
  const head = `应发 ${grouped(dueCount)}，可达 ${grouped(reachableCount)}（${share}）`
  return reachableCount === dueCount ? head : `${head}，其余入收件箱`
}

/** The phone's engine knows no `Intl`. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
}
