import type { EntryMessageFacts } from '../../shared/messages/entry-messages'
import type { Told } from '../../shared/messages/message'

const entry = { listId: 'l1', listTitle: '周六早市', entryNo: 12 }
const noBack = { backFen: 0, onlineFen: 0 }
const paid = { backFen: 3_980, onlineFen: 3_980 }

/** One message of each kind about an entry of a list, with what it says. */
export const entryMessagesTold: {
  readonly [K in keyof EntryMessageFacts]: { told: Told<K>; says: string }
} = {
  entryPlaced: {
    told: { kind: 'entryPlaced', facts: entry },
    says: '“周六早市”有位置了，您的第 12 位已经接上',
  },
  entryHeld: {
    told: { kind: 'entryHeld', facts: { ...entry, untilAt: 1_773_144_000_000 } },
    says: '“周六早市”有位置了，您的第 12 位留到2026年3月10日 20:00，请点开确认',
  },
  entryLapsed: {
    told: { kind: 'entryLapsed', facts: { ...entry, ...noBack } },
    says: '“周六早市”里您的第 12 位没有等到位置，或超过了确认、付款的时间，已经失效',
  },
  entryReleased: {
    told: { kind: 'entryReleased', facts: { ...entry, ...paid } },
    says: '“周六早市”没有成团，您的第 12 位已经取消，已退款 ¥39.80',
  },
  entryCancelled: {
    told: { kind: 'entryCancelled', facts: { ...entry, ...paid, onlineFen: 0 } },
    says: '“周六早市”里您的第 12 位由团长取消了，¥39.80 请向店里或团长取回',
  },
  entryChanged: {
    told: { kind: 'entryChanged', facts: { ...entry, ...noBack } },
    says: '“周六早市”里您的第 12 位由团长改了内容，请点开看看',
  },
  entryYours: {
    told: { kind: 'entryYours', facts: entry },
    says: '“周六早市”里的第 12 位，团长确认是您的了',
  },
  entryNotYours: {
    told: { kind: 'entryNotYours', facts: entry },
    says: '“周六早市”里的第 12 位，团长没有确认是您的，有疑问请联系团长',
  },
}
