import { toCsv } from '../csv-writing'
import { type ImportKind, importColumns } from './import-columns'

const hints: Readonly<Record<ImportKind, string>> = {
  purchases: '从第三行起填，每笔消费一行。会员号和手机号填一个。退货请到消费记录里退款。',
  opening: '从第三行起填，每张旧卡一行。到期日可以不填。同一手机号、同一到期日的积分会加起来。',
}

/** A file to fill in: one line that says how, then the header, as `readImportFile` takes it. */
export function importTemplate(kind: ImportKind): string {
  return toCsv([[hints[kind]], importColumns[kind].map(({ names }) => names[0] ?? '')])
}
