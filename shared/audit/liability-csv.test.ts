import { parseCsv } from '../csv'
import { nothingStands, quietDay } from './day-figures'
import { liabilityOf } from './liability'
import { liabilityCsv } from './liability-csv'

const closing = { ...nothingStands, balancePoints: 250 }
const flows = { 'program:issued>member|purchase|east': 250 }
const clearing = { 'east>': 40 }
const day = {
  on: '2026-03-10',
  opening: nothingStands,
  closing,
  figures: { ...quietDay, flows, clearing },
}

describe('the liability as a file', () => {
  it('has a row for each day, their sum, and the stores', () => {
    const told = {
      ...liabilityOf([day], null),
      fromOn: day.on,
      untilOn: day.on,
      fenPerHundredPoints: 50,
      storeNames: [{ storeId: 'east', name: '=东店' }],
      waiting: { points: 350, isWhole: false },
      todayOn: '2026-03-12',
    }
    const read = parseCsv(liabilityCsv([day], told))
    const rows = read.ok ? read.value.map(({ cells }) => cells) : []
    expect(rows[1]?.slice(0, 3)).toEqual(['2026-03-10', '0', '250'])
    expect(rows[1]?.slice(-4)).toEqual(['250', '0', '0', '1.25'])
    expect(rows[2]?.[0]).toBe('合计')
    expect(rows.at(-1)).toEqual(["'=东店", '商城待自提', '40'])
    expect(rows).toContainEqual(["'=东店", '250', '0'])
    expect(rows).toContainEqual(['老会员待认领（另计，截至 2026-03-12，至少）', '350', '', '1.75'])
    expect(rows[0]).toHaveLength(rows[1]?.length ?? 0)
  })
})
