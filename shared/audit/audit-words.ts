/** What the daily certificate says of a member whose account and entries do not agree. */
import type { Flaw, FlawKind } from './audit'
import type { Difference } from './rebuild'

/** A difference of the account, in a sentence: what is stored, and what the entries say. */
export function sayDifference({ what, name, storedPoints, impliedPoints }: Difference): string {
  const figures = `账户里是 ${storedPoints} 分，流水算出 ${impliedPoints} 分`
  switch (what) {
    case 'account':
      return `账户不见了，流水算出应有 ${impliedPoints} 分`
    case 'balance':
      return `可用积分：${figures}`
    case 'debt':
      return `欠积分：${figures}`
    case 'lot':
      return `${name} 到期的批次：${figures}`
    case 'pending':
      return `${name?.split(' ')[0]} 到账的待到账积分：${figures}`
    case 'expired':
      return `${name} 已过期批次的记录：${figures}`
    case 'frozen':
      return '冻结状态与流水不一致'
    case 'moved':
      return '批次顺延的记录与流水不一致'
    case 'merged':
      return '并入另一会员的记录与流水不一致'
    case 'seq':
      return `流水笔数：账户里记着 ${storedPoints} 笔，实有 ${impliedPoints} 笔`
    case 'lastHash':
      return '账户记着的最后一笔封印与流水不一致'
  }
}

/** A flaw of an entry, in a sentence that names the entry and its day. */
export function sayFlaw({ kind, seq, on }: Flaw): string {
  return `第 ${seq} 笔流水（${on}）${flawWords[kind]}`
}

const flawWords: Record<FlawKind, string> = {
  seal: '被改动过，内容与封印不符',
  number: '之前有流水缺失，编号不连续',
  link: '接不上前一笔流水',
  sum: '的数字自相矛盾',
  day: '的日期与记账时刻不符',
  found: '记账时，账户已与之前的流水不符',
}
