import { readImportFile } from './import-file'
import { headerIn, tableOf } from './import-table'

const head = '门店,日期,小票号,会员号,实收金额'
const line = '东店,2026-03-09,A-1,12345678,35.80'

describe('a file as tills and spreadsheets write it', () => {
  it.each([
    ['tabs', `${head}\n${line}`.replaceAll(',', '\t')],
    ['semicolons', `${head}\n${line}`.replaceAll(',', ';')],
    ['semicolons in quotes', `"${head}"\n"${line}"`.replaceAll(',', '";"')],
    ['a separator that it names', `sep=;\r\n${`${head}\r\n${line}`.replaceAll(',', ';')}`],
    ['lines of an old Mac', `${head}\r${line}\r`],
    [
      'stars and units in its header',
      `${head.replace('门店', '*门店').replace('金额', '金额（元）')}\n${line}`,
    ],
    ['blank cells behind each row', `${head},,\n${line},,`],
    ['blank cells behind its rows alone', `${head}\n${line},,`],
  ])('has %s', (_name, text) => {
    const file = readImportFile('purchases', text)
    expect(file.ok && file.value.rows).toEqual([{ rowNo: 2, cells: line.split(',') }])
  })

  it('may have titles above its header, which count as rows', () => {
    const title = '西街小店 2026年3月 收银明细\n导出时间：2026-03-10 08:00,,,,\n\n'
    const file = readImportFile('purchases', `${title}${head}\n${line}`)
    expect(file.ok && file.value.rows).toEqual([{ rowNo: 5, cells: line.split(',') }])
    const lacking = readImportFile('purchases', `${title}门店,日期,小票号\n东店,x,y`)
    expect(lacking).toMatchObject({ code: 'IMPORT_HEADER', detail: { column: '实收金额' } })
  })

  it('has no header further down than titles reach', () => {
    const far = tableOf('purchases', `${'title\n'.repeat(11)}${head}`)
    const near = tableOf('purchases', `${'title\n'.repeat(10)}${head}`)
    expect(far.ok && headerIn('purchases', far.value).place).toBe(0)
    expect(near.ok && headerIn('purchases', near.value).place).toBe(10)
  })
})
