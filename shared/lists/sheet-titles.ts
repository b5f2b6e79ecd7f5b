/** The sheets that a list is exported as: how a page names them, and their files. */
export const listSheets = [
  'entries',
  'items',
  'points',
  'members',
  'unpaid',
  'uncollected',
  'commission',
] as const
export type ListSheet = (typeof listSheets)[number]

export const sheetTitles: Readonly<Record<ListSheet, string>> = {
  entries: '接龙名单',
  items: '按东西',
  points: '按自提点',
  members: '按会员',
  unpaid: '没付的',
  uncollected: '没取的',
  commission: '佣金',
}
