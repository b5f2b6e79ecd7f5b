import { clauseTables, clauseText, currentClauses } from './clauses'

describe('the clauses', () => {
  it('are judged by the newest version, and every version is dated and numbered on', () => {
    expect(clauseTables.map(({ version }) => version)).toEqual(
      clauseTables.map((_table, place) => place + 1),
    )
    expect(currentClauses).toBe(clauseTables[clauseTables.length - 1])
    const dates = clauseTables.map(({ sinceOn }) => sinceOn)
    expect([...dates].sort()).toEqual(dates)
  })

  it('are named by the platform’s number and by our own short title', () => {
    expect(clauseText(currentClauses.clauses.condition)).toBe(
      '《微信小程序平台运营规范》5.1.1：不能把分享当作条件',
    )
  })
})
