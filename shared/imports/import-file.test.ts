import { cellsOfObject, columnsOf, pagesOf, readImportFile, rowsOfPage } from './import-file'

const head = '门店,日期,小票号,会员号,实收金额'
const line = '东店,2026-03-09,A-1,12345678,35.80'

describe('a file that a manager brings', () => {
  it('names its columns in either language and any order, and may have others', () => {
    const file = readImportFile('purchases', '备注,Receipt,日期,STORE,实收,phone\nx,A-1,d,s,1,p')
    expect(file).toEqual({
      ok: true,
      value: {
        columns: ['receipt', 'date', 'store', 'amount', 'phone'],
        rows: [{ rowNo: 2, cells: ['A-1', 'd', 's', '1', 'p'] }],
      },
    })
  })

  it('may be JSON, with amounts as texts or numbers', () => {
    const json = JSON.stringify([
      { 手机号: '13800001111', 积分: 120, 到期日: '2026-12-31' },
      { 手机号: '13800002222', 积分: '80' },
    ])
    const file = readImportFile('opening', `\uFEFF${json}`)
    expect(file.ok && file.value.rows).toEqual([
      { rowNo: 1, cells: ['13800001111', '120', '2026-12-31'] },
      { rowNo: 2, cells: ['13800002222', '80', ''] },
    ])
  })

  it.each([
    ['nothing', '', { code: 'IMPORT_EMPTY' }],
    ['a header alone', head, { code: 'IMPORT_EMPTY' }],
    [
      'no column of money',
      `门店,日期,小票号,会员号\n${line}`,
      { code: 'IMPORT_HEADER', detail: { column: '实收金额' } },
    ],
    [
      'a column twice',
      `${head},门店\n${line},x`,
      { code: 'IMPORT_HEADER', detail: { column: '门店' } },
    ],
    ['an open quote', `${head}\n"${line}`, { code: 'IMPORT_FILE', detail: { rowNo: 2 } }],
    ['half a JSON', '[{"门店": 1}', { code: 'IMPORT_FILE', detail: { rowNo: 1 } }],
    ['JSON of no objects', '[{"门店": "a"}, 5]', { code: 'IMPORT_FILE', detail: { rowNo: 2 } }],
    [
      'too much',
      `${head}${`\n${line}`.repeat(10_001)}`,
      { code: 'IMPORT_TOO_LARGE', detail: { limitRows: 10_000 } },
    ],
  ])('is refused with %s', (_name, text, refusal) => {
    expect(readImportFile('purchases', text)).toEqual({ ok: false, ...refusal })
  })

  it('goes in pages that a request can hold, and comes back row by row', () => {
    const long = `东店,2026-03-09,A-1,12345678,${'五'.repeat(60)}`
    const text = `${head}\n${`${line}\n`.repeat(1_200)}${`${long}\n`.repeat(800)}`
    const file = readImportFile('purchases', text)
    if (!file.ok) throw new Error('the file was refused')
    const pages = pagesOf(file.value)
    for (const page of pages) {
      expect(Buffer.byteLength(JSON.stringify(page))).toBeLessThan(90_000)
    }
    const rows = pages.flatMap((page) => rowsOfPage(page, file.value.columns) ?? [])
    expect(rows.map(({ rowNo }) => rowNo)).toEqual(
      Array.from({ length: 2_000 }, (_unused, place) => place + 2),
    )
    expect(rows[0]?.cells).toMatchObject({ store: '东店', amount: '35.80' })
  })

  it('keeps a row that is too short or too long as wrong, and drops what nobody sees', () => {
    const file = readImportFile('purchases', `${head}\n东店,x\n${line},more\n东\u202E店,d,r,m,1`)
    if (!file.ok) throw new Error('the file was refused')
    const rows = rowsOfPage(pagesOf(file.value)[0] ?? '', file.value.columns)
    expect(rows?.map(({ cells }) => cells?.store ?? null)).toEqual([null, null, '东店'])
  })
})

describe('a page on the server', () => {
  it.each([
    ['no JSON', '[[2,'],
    ['no rows', '[]'],
    ['an object', '{"0":[2]}'],
    ['a row without number', '[["2","a"]]'],
    ['row zero', '[[0,"a"]]'],
    ['too many rows', JSON.stringify(Array.from({ length: 501 }, () => [2, 'a']))],
  ])('is none with %s', (_name, text) => {
    expect(rowsOfPage(text, ['phone'])).toBeNull()
  })
  it('holds texts of some length only', () => {
    const rows = rowsOfPage(`[[2,5],[3,"${'x'.repeat(65)}"],[4,"y"]]`, ['phone'])
    expect(rows?.map(({ cells }) => cells)).toEqual([null, null, { phone: 'y' }])
  })
  it('knows its columns by name', () => {
    expect(columnsOf('phone,points')).toEqual(['phone', 'points'])
    expect(columnsOf('phone,phone')).toBeNull()
    expect(columnsOf('phone,')).toBeNull()
    expect(columnsOf('constructor')).toBeNull()
  })
  it('reads an object of a till system by our names alone', () => {
    const row = { store: 'east', amount: 35.8, openid: 'x', till: { $gt: '' } }
    expect(cellsOfObject(row)).toEqual({ store: 'east', amount: '35.8', till: '' })
  })
})
