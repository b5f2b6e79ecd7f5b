import { act, cleanup, fireEvent, render, screen } from '@testing-library/react'
import { codeSpellings, MEMBER_CODE, PICKUP_CODE } from '../../../dev/harness/spellings/codes'
import { countSpellings } from '../../../dev/harness/spellings/counts'
import { dateSpellings } from '../../../dev/harness/spellings/dates'
import { moneySpellings } from '../../../dev/harness/spellings/money'
import { phoneSpellings, receiptSpellings } from '../../../dev/harness/spellings/numbers'
import { readCode } from '../../parts/scanned-code'
import { deskStore } from '../../session/desk.store'
import { ScanCard } from './scan-card'
import { takeCode } from './take-code'

/** What the box hands on: by itself while it is typed, and at the tap of the button. */
async function taken(typed: string): Promise<{ byItself: string[]; byTap: string[] }> {
  const all: string[] = []
  render(
    <ScanCard
      codes="会员码、自提码"
      onCode={async (text) => {
        all.push(text)
        return false
      }}
    />,
  )
  await act(async () => {
    fireEvent.change(screen.getByRole('textbox'), { target: { value: typed } })
  })
  const byItself = [...all]
  await act(async () => {
    fireEvent.click(screen.getByText('查询'))
  })
  cleanup()
  return { byItself, byTap: all.slice(byItself.length) }
}

describe('the scan box', () => {
  // A one-line field keeps no break: the gun’s Enter is its confirmation.
  const typable = (typed: string) => !/[\r\n]/.test(typed)

  it.each(codeSpellings.member.filter(typable))('opens the till by itself at %j', async (typed) => {
    const { byItself } = await taken(typed)
    expect(byItself.map(readCode)).toEqual([{ kind: 'member', memberCode: MEMBER_CODE }])
  })

  it.each(codeSpellings.pickup.filter(typable))('waits for the tap at %j', async (typed) => {
    const { byItself, byTap } = await taken(typed)
    expect(byItself).toEqual([])
    expect(byTap.map(readCode)).toEqual([{ kind: 'pickup', pickupCode: PICKUP_CODE }])
  })

  const noCodes = [
    ...codeSpellings.incomplete,
    ...codeSpellings.foreign,
    ...[...moneySpellings.meant, ...moneySpellings.told].map(([typed]) => typed),
    ...[...countSpellings.meant, ...countSpellings.told].map(([typed]) => typed),
    ...[...dateSpellings.meant, ...dateSpellings.told].map(([typed]) => typed),
    ...[...phoneSpellings.meant, ...phoneSpellings.told].map(([typed]) => typed),
    ...[...receiptSpellings.meant, ...receiptSpellings.told].map(([typed]) => typed),
  ]
  // Twelve figures could be a pick-up’s, whatever else was meant: the server says of what.
  const refused = [...new Set(noCodes)].filter((typed) => readCode(typed).kind !== 'pickup')

  it.each(refused)('says why nothing opens at %j', async (typed) => {
    deskStore.setState(deskStore.getInitialState())
    expect(await takeCode(typed)).toBe(false)
    const { kind } = readCode(typed)
    const said = kind === 'incomplete' ? /18 位数字/ : /不是本店/
    expect(deskStore.getState().refused?.message).toMatch(said)
  })
})
