import type { Input } from '../../shared/contract/contract'
import type { lists } from '../../shared/contract/lists'
import type { Cell } from '../../shared/csv-writing'
import { listSumsOf } from '../../shared/lists/commission'
import { maskPhone } from '../../shared/masked-name'
import { accept } from '../../shared/refusal'
import { phoneNumberOf } from '../members/phone-document'
import { phonesOfMembers } from '../members/repository'
import type { UseCase } from '../runtime/context'
import { allEntries } from './all-entries'
import { collectedOf } from './collected-sums'
import { sumsOf } from './entry-sums'
import type { Entry, List } from './list-document'
import * as sheets from './list-sheets'
import { listAtDesk } from './repository'
import { totalsOf } from './show-totals'
import { fileOf } from './spreadsheet'

type SheetName = Input<'lists', 'export'>['sheet']

const titles: Readonly<Record<SheetName, string>> = {
  entries: '接龙明细',
  items: '商品汇总',
  points: '自提点汇总',
  members: '按人汇总',
  unpaid: '未付款',
  uncollected: '未自提',
  commission: '佣金',
}

/**
 * One sheet of a list as a file. Phones are masked for everybody: the whole number is shown one by
 * one, with a reason, where staff ask for it. Refuses LIST_GONE, LIST_FOREIGN.
 */
export const exportList: UseCase<typeof lists.export> = async (input, context) => {
  const { listId, sheet, format } = input
  const list = await listAtDesk(listId, context)
  if (!list.ok) return list
  const rows = await rowsOf(list.value, sheet)
  const name = `${list.value.title}-${titles[sheet]}`.replace(/[\\/:*?"<>|]/g, ' ')
  return accept({ fileName: `${name}.${format}`, base64: await fileOf(rows, format) })
}

async function rowsOf(list: List, sheet: SheetName): Promise<readonly (readonly Cell[])[]> {
  if (sheet === 'items') return sheets.itemRows(totalsOf(list, await sumsOf(list._id)))
  if (sheet === 'points') return sheets.pointRows(list, totalsOf(list, await sumsOf(list._id)))
  if (sheet === 'commission') {
    const rows = await collectedOf(list._id)
    return sheets.commissionRows(list, rows, listSumsOf(rows, list).commissionFen)
  }
  const entries = await allEntries(list._id)
  if (sheet === 'entries') return sheets.entryRows({ list, entries, phones: new Map() })
  const whole = { list, entries, phones: await maskedPhones(entries) }
  if (sheet === 'members') return sheets.memberRows(whole)
  return sheet === 'unpaid' ? sheets.unpaidRows(whole) : sheets.uncollectedRows(whole)
}

async function maskedPhones(entries: readonly Entry[]): Promise<ReadonlyMap<string, string>> {
  const memberIds = [...new Set(entries.flatMap(({ memberId }) => memberId ?? []))]
  const phones = memberIds.length === 0 ? [] : await phonesOfMembers(memberIds)
  return new Map(phones.map((phone) => [phone.memberId, maskPhone(phoneNumberOf(phone))]))
}
