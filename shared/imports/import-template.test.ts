import { importColumns } from './import-columns'
import { readImportFile } from './import-file'
import { importTemplate } from './import-template'

describe.each(['purchases', 'opening'] as const)('a template of %s', (kind) => {
  const columns = importColumns[kind].map(({ field }) => field)

  it('holds no row yet', () => {
    expect(readImportFile(kind, importTemplate(kind))).toMatchObject({ code: 'IMPORT_EMPTY' })
  })

  it('takes what is filled in below it, as the third row', () => {
    const cells = columns.map((_field, place) => String(place))
    const file = readImportFile(kind, importTemplate(kind) + cells.join(','))
    expect(file).toEqual({ ok: true, value: { columns, rows: [{ rowNo: 3, cells }] } })
  })
})
