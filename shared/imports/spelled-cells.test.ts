import { countSpellings } from '../../dev/harness/spellings/counts'
import { dateSpellings } from '../../dev/harness/spellings/dates'
import { moneySpellings } from '../../dev/harness/spellings/money'
import {
  phoneSpellings,
  receiptSpellings,
  tillSpellings,
} from '../../dev/harness/spellings/numbers'
import { readOpeningRow } from '../openings/opening-points'
import { type ImportField, type ImportKind, importColumns } from './import-columns'
import { pagesOf, readImportFile, rowsOfPage } from './import-file'
import { reasonFor } from './import-reasons'
import { readPurchaseRow } from './purchase-import'

const stores = [{ storeId: 'east', name: '东店' }]
const world = { todayOn: '2026-03-10', stores, ownStoreIds: ['east'], capFen: null }
const openings = { todayOn: '2025-01-01', validityMonths: 12 }
const purchase = {
  ...{ store: '东店', date: '2026-03-09', till: '1', receipt: '10023' },
  ...{ member: '', phone: '13800001111', amount: '35.80', excluded: '' },
}
const opening = { phone: '13800001111', points: '120', expires: '2026-12-31' }

/** Through the whole file, as it is read on the phone and sent to the server. */
function purchaseOf(cells: Partial<typeof purchase>) {
  const row = rowOf('purchases', { ...purchase, ...cells })
  const read = readPurchaseRow(row, world)
  return read.ok ? read.row : read.reason
}

function openingOf(cells: Partial<typeof opening>) {
  const read = readOpeningRow(rowOf('opening', { ...opening, ...cells }), openings)
  return read.ok ? read.row : read.reason
}

function rowOf(kind: ImportKind, cells: Readonly<Partial<Record<ImportField, string>>>) {
  const columns = importColumns[kind]
  const quoted = (text: string) => `"${text.replace(/"/g, '""')}"`
  const lines = [
    columns.map(({ names }) => names[0] ?? ''),
    columns.map(({ field }) => quoted(cells[field] ?? '')),
  ]
  const file = readImportFile(kind, lines.map((line) => line.join(',')).join('\r\n'))
  if (!file.ok) throw new Error(`the file was refused: ${file.code}`)
  const [row] = rowsOfPage(pagesOf(file.value)[0] ?? '', file.value.columns) ?? []
  return row?.cells ?? null
}

describe('a cell of a till’s file', () => {
  it.each(moneySpellings.meant)('has the amount %j as %i fen', (amount, fen) => {
    const meant = fen === 0 ? 'amountInvalid' : { paidFen: fen }
    expect(purchaseOf({ amount })).toEqual(fen === 0 ? meant : expect.objectContaining(meant))
  })

  it.each(moneySpellings.told)('tells of the amount %j that it is %s', (amount, fault) => {
    // What is less than nothing was given back.
    const told = fault === 'negative' ? expect.anything() : reasonFor('amount', fault)
    expect(purchaseOf({ amount })).toEqual(told)
  })

  it.each(dateSpellings.meant)('has the day %j as %s', (date, businessOn) => {
    expect(purchaseOf({ date })).toMatchObject({ businessOn })
  })

  it.each(dateSpellings.told)('tells of the day %j that it is %s', (date, fault) => {
    expect(purchaseOf({ date })).toBe(reasonFor('date', fault))
  })

  it.each(receiptSpellings.meant)('has the receipt %j as %s', (receipt, receiptNo) => {
    expect(purchaseOf({ receipt })).toMatchObject({ receiptNo })
  })

  it.each(receiptSpellings.told)('tells of the receipt %j that it is %s', (receipt, fault) => {
    expect(purchaseOf({ receipt })).toBe(reasonFor('receipt', fault))
  })

  it.each(tillSpellings.meant)('has the till %j as %s', (till, tillNo) => {
    expect(purchaseOf({ till })).toMatchObject({ tillNo })
  })

  it.each(tillSpellings.told)('tells of the till %j that it is %s', (till, fault) => {
    expect(purchaseOf({ till })).toBe(reasonFor('till', fault))
  })

  it.each(phoneSpellings.meant)('has the phone %j as %s', (typed, phone) => {
    expect(purchaseOf({ phone: typed })).toMatchObject({ phone, memberNumber: null })
  })

  it.each(phoneSpellings.told)('tells of the phone %j that it is %s', (typed, fault) => {
    const reason = fault === 'blank' ? 'memberMissing' : reasonFor('phone', fault)
    expect(purchaseOf({ phone: typed })).toBe(reason)
  })
})

describe('a cell of old members’ points', () => {
  it.each(countSpellings.meant)('has the points %j as %i', (points, count) => {
    const row = openingOf({ points })
    if (count === 0) expect(row).toBe('pointsInvalid')
    else expect(row).toMatchObject({ points: count })
  })

  it.each(countSpellings.told.filter(([typed]) => typed !== '100000'))(
    'tells of the points %j that they are %s',
    (points, fault) => {
      expect(openingOf({ points })).toBe(reasonFor('points', fault))
    },
  )

  it.each(dateSpellings.meant)('has the expiry %j as %s', (expires, expiresOn) => {
    expect(openingOf({ expires })).toMatchObject({ expiresOn })
  })

  it.each(dateSpellings.told.filter(([, fault]) => fault !== 'blank'))(
    'tells of the expiry %j that it is %s',
    (expires, fault) => {
      expect(openingOf({ expires })).toBe(reasonFor('expires', fault))
    },
  )
})

it('takes no number whose last figures a file of JSON has lost', () => {
  const json = '[{"门店":"东店","日期":"2026-03-09","小票号":20260309000000123456,"实收":"8"}]'
  const file = readImportFile('purchases', json.replace('"实收"', '"手机号":13800001111,"实收"'))
  if (!file.ok) throw new Error('the file was refused')
  const [row] = rowsOfPage(pagesOf(file.value)[0] ?? '', file.value.columns) ?? []
  expect(readPurchaseRow(row?.cells ?? null, world)).toEqual({ ok: false, reason: 'cellRounded' })
})
