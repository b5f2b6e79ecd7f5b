import type { BooksCheck, BooksReport } from '../books'
import { part } from './phone'

const REFRESH_MS = 3_000

const checkNames: Readonly<Record<BooksCheck['name'], string>> = {
  lots: '每位会员：批次之和 = 可用积分',
  entries: '每位会员：流水之和 = 可用 − 欠分',
  chain: '每位会员：流水逐笔相扣',
  program: '发放 − 去向 = 余额 − 欠分',
}

/** Shows whether the books balance, and the sums that prove it. */
export function startBooks(): { refresh(): void } {
  const refresh = async () => {
    const response = await fetch('/workbench/books')
    if (response.ok) show(await response.json())
  }
  refresh()
  setInterval(refresh, REFRESH_MS)
  return { refresh }
}

function show(report: BooksReport): void {
  const panel = part(document, '.books')
  panel.classList.toggle('balanced', report.balanced)
  panel.classList.toggle('unbalanced', !report.balanced)
  part(panel, '.books-verdict').textContent = report.balanced ? '账平' : '账不平'
  const net = report.balancePoints - report.debtPoints
  part(panel, '.books-sums').innerHTML = [
    sum('', '发放', report.issuedPoints),
    sum('−', '兑换', report.redeemedPoints),
    sum('−', '过期', report.expiredPoints),
    sum('−', '退款冲正', report.reversedPoints),
    sum('=', '会员手里的净积分', net),
    sum('', '可用积分合计', report.balancePoints),
    sum('−', '欠分合计', report.debtPoints),
  ].join('')
  part(panel, '.books-checks').innerHTML = report.checks
    .map(({ name, askedCount, keptCount }) => {
      const state = askedCount === keptCount ? 'kept' : 'broken'
      return `<li>${checkNames[name]}<span class="${state}">${keptCount}/${askedCount}</span></li>`
    })
    .join('')
  part(panel, '.books-verdict').title = `${report.memberCount} 个账户，${report.entryCount} 笔流水`
}

function sum(sign: string, name: string, points: number): string {
  const className = sign === '=' ? 'total' : ''
  const figures = String(points).replace(/\B(?=(\d{3})+$)/g, ',')
  return `<tr class="${className}"><td>${sign}</td><td>${name}</td><td>${figures}</td></tr>`
}
