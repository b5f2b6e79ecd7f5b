import { businessDateOf, clockOf, spokenDate } from '../../shared/business-date'
import type { lists } from '../../shared/contract/lists'
import { isOver } from '../../shared/lists/entry-state'
import type { EntryState, ListItem } from '../../shared/lists/list'
import { quantityOf } from '../../shared/lists/quantity'
import { toText } from '../../shared/lists/text/to-text'
import { accept, refuse } from '../../shared/refusal'
import { plainYuan } from '../../shared/yuan'
import type { UseCase } from '../runtime/context'
import { allEntries } from './all-entries'
import type { Entry, List } from './list-document'
import { readList, readPublicList } from './repository'
import { mayLookAfter } from './rights'

/**
 * The list as native text, for the group. A member's remark is for whoever looks after the list:
 * only what the owner wrote down herself, or took from a group's text, is in it, and for her alone.
 * Whoever waits for a place is told from those who have one.
 * Refuses LIST_GONE.
 */
export const copyText: UseCase<typeof lists.toText> = async ({ listId }, context) => {
  const { staff, memberId } = context
  const found = await readList(listId)
  const isDesk = found !== null && mayLookAfter(found, staff, memberId)
  const list = isDesk ? found : await readPublicList(listId)
  if (!list) return refuse('LIST_GONE')
  const entries = (await allEntries(listId)).filter(({ state }) => !isOver(state))
  const text = toText({
    title: list.title,
    above: aboveOf(list),
    items: list.items,
    entries: entries.map((entry) => writtenOf(list, entry, isDesk)),
  })
  return accept({ text })
}

/** Who has no place yet is not read as a buyer. */
const standing: Readonly<Partial<Record<EntryState, string>>> = {
  ...{ waiting: '候补', held: '候补', awaiting: '待付款' },
}

function writtenOf({ items }: List, entry: Entry, isDesk: boolean) {
  const { entryNo, name, lines, isByOwner, state } = entry
  const said = isDesk && isByOwner ? entry.remark : null
  const remark = [standing[state] ?? null, said].filter((part) => part !== null).join('，')
  const units = new Map(items.map(({ itemId, unit }) => [itemId, unit]))
  return {
    ...{ entryNo, name, remark: remark === '' ? null : remark },
    lines: lines.map(({ itemId, count }) => ({
      ...{ itemId, quantity: quantityOf(count, units.get(itemId) ?? 'piece') },
    })),
  }
}

function aboveOf({ words, items, cutOffAt }: List): string[] {
  const cutOff = `截止：${spokenDate(businessDateOf(cutOffAt))} ${clockOf(cutOffAt)}`
  return [...words.split('\n').filter((line) => line.trim() !== ''), ...items.map(priceOf), cutOff]
}

function priceOf({ name, spec, priceFen, memberPriceFen, unit }: ListItem): string {
  const called = spec === null ? name : `${name}（${spec}）`
  const per = unit === 'jin' ? '元/斤' : '元/份'
  const forMembers = memberPriceFen === null ? '' : `，会员${plainYuan(memberPriceFen)}元`
  return `${called} ${plainYuan(priceFen)}${per}${forMembers}`
}
