import type { lists } from '../../shared/contract/lists'
import type { Cell } from '../../shared/csv-writing'
import { listSumsOf } from '../../shared/lists/commission'
import { type ListSheet, sheetTitles } from '../../shared/lists/sheet-titles'
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

type Rows = readonly (readonly Cell[])[]

/**
 * One sheet of a list as a file. Phones are masked for everybody: the whole number is shown one by
 * one, with a reason, where staff ask for it. Refuses LIST_GONE, LIST_FOREIGN.
 */
export const exportList: UseCase<typeof lists.export> = async (input, context) => {
  const { listId, sheet, format } = input
  const list = await listAtDesk(listId, context)
  if (!list.ok) return list
  const rows = await rowsOf[sheet](list.value)
  const name = `${list.value.title}-${sheetTitles[sheet]}`.replace(/[\\/:*?"<>|]/g, ' ')
  return accept({ fileName: `${name}.${format}`, base64: await fileOf(rows, format) })
}

/** How each sheet comes to its rows. */
const rowsOf: Readonly<Record<ListSheet, (list: List) => Promise<Rows>>> = {
  items: async (list) => sheets.itemRows(totalsOf(list, await sumsOf(list._id))),
  points: async (list) => sheets.pointRows(list, totalsOf(list, await sumsOf(list._id))),
  commission: async (list) => {
    const rows = await collectedOf(list._id)
    return sheets.commissionRows(list, rows, listSumsOf(rows, list).commissionFen)
  },
  entries: async (list) => {
    const entries = await allEntries(list._id)
    return sheets.entryRows({ list, entries, phones: new Map() })
  },
  members: async (list) => sheets.memberRows(await withPhones(list)),
  unpaid: async (list) => sheets.unpaidRows(await withPhones(list)),
  uncollected: async (list) => sheets.uncollectedRows(await withPhones(list)),
}

async function withPhones(list: List): Promise<sheets.Sheet> {
  const entries = await allEntries(list._id)
  return { list, entries, phones: await maskedPhones(entries) }
}

async function maskedPhones(entries: readonly Entry[]): Promise<ReadonlyMap<string, string>> {
  const memberIds = [...new Set(entries.flatMap(({ memberId }) => memberId ?? []))]
  const phones = memberIds.length === 0 ? [] : await phonesOfMembers(memberIds)
  return new Map(phones.map((phone) => [phone.memberId, maskPhone(phoneNumberOf(phone))]))
}
