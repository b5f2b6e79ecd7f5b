import type { BooksCheck, BooksReport } from '../books'
import { make, part } from './element'

const REFRESH_MS = 3_000

const checkNames: Readonly<Record<BooksCheck['name'], string>> = {
  lots: '每位会员：批次之和 = 可用积分',
  entries: '每位会员：流水之和 = 可用 − 欠分',
  chain: '每位会员：流水逐笔相扣',
  program: '发放 + 调整 − 去向 = 余额 − 欠分',
}

/** Shows whether the books balance, and the sums that prove it. */
export function startBooks(): { refresh(): void } {
  let asking = false
  const refresh = async () => {
    // An audit of a large shop takes longer than the pause between two.
    if (asking) return
    asking = true
    const response = await fetch('/workbench/books').catch(() => null)
    if (response?.ok) show(await response.json())
    asking = false
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
  part(panel, '.books-sums').replaceChildren(
    sum('', '发放', report.issuedPoints),
    sum('+', '人工调整', report.adjustedPoints),
    sum('+', '老会员转入', report.openingPoints),
    sum('−', '待到账', report.pendingPoints),
    sum('−', '兑换', report.redeemedPoints),
    sum('−', '过期', report.expiredPoints),
    sum('−', '退款冲正', report.reversedPoints),
    sum('=', '会员手里的净积分', net),
    sum('', '可用积分合计', report.balancePoints),
    sum('−', '欠分合计', report.debtPoints),
  )
  part(panel, '.books-checks ul').replaceChildren(...report.checks.map(lineOf))
  const details = part(panel, '.books-checks')
  // What is wrong shows itself; what is right is there for who wants to see it.
  if (!report.balanced) details.setAttribute('open', '')
  const kept = report.checks.filter(isKept).length
  part(panel, '.books-checks summary').textContent = `核对 ${kept}/${report.checks.length} 项通过`
  part(panel, '.books-verdict').title = `${report.memberCount} 个账户，${report.entryCount} 笔流水`
}

function lineOf(check: BooksCheck): HTMLElement {
  const { name, askedCount, keptCount } = check
  const look = { className: isKept(check) ? 'kept' : 'broken', text: `${keptCount}/${askedCount}` }
  return make('li', {}, checkNames[name], make('span', look))
}

function isKept({ askedCount, keptCount }: BooksCheck): boolean {
  return askedCount === keptCount
}

function sum(sign: string, name: string, points: number): HTMLElement {
  const figures = String(points)
    .replace(/\B(?=(\d{3})+$)/g, ',')
    .replace('-', '−')
  const cells = [sign, name, figures].map((text) => make('td', { text }))
  return make('tr', { className: sign === '=' ? 'total' : '' }, ...cells)
}
