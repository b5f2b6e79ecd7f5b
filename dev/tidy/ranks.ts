import type { Finding, House, Import, Rule, SourceFile } from './house'

/** A folder imports from lower ranks only; those of the same rank do not know each other. */
const ranks: Readonly<Record<string, number>> = {
  runtime: 0,
  members: 1,
  points: 2,
  coupons: 3,
  purchases: 4,
  messages: 5,
  gifts: 6,
  mall: 6,
  checkin: 6,
  groupbuy: 6,
  drops: 6,
  staff: 6,
  insights: 6,
  // It reads the books to prove them, and the mall for who handed over what.
  audit: 7,
  // What belongs to a member lies with every feature: merging two asks them all.
  merging: 7,
}

/**
 * They put together what one screen shows and may read every repository; nothing imports them.
 * `show-code` is one since the code's page also shows what was last settled.
 */
const compositions = [
  'cloudfunctions/members/home.ts',
  'cloudfunctions/members/show-code.ts',
  'cloudfunctions/staff/scan-member.ts',
]

/** Of another feature: its repositories, its book and its seal, or a verb for the transaction. */
const openToOthers = /\/(([a-z]+-)?repository|ledger|seal|[a-z-]+-in-transaction)\.ts$/

/** Every feature has a rank, and imports respect it. */
export const featureRanks: Rule = (house) => [
  ...foldersWithoutRank(house),
  ...house.files.filter(isFunctionCode).flatMap((file) => file.imports.flatMap(problemIn(file))),
]

function foldersWithoutRank({ files }: House): Finding[] {
  const folders = new Set(files.filter(isFunctionCode).map((file) => featureOf(file.path)))
  return [...folders]
    .filter((folder) => ranks[folder] === undefined)
    .map((folder) => ({
      path: `cloudfunctions/${folder}`,
      line: 1,
      rule: 'ranks',
      sentence: `the folder ${folder} has no rank in dev/tidy/ranks.ts`,
    }))
}

const problemIn =
  (file: SourceFile) =>
  (one: Import): Finding[] => {
    const target = one.target ?? ''
    if (!target.startsWith('cloudfunctions/')) return []
    const report = (sentence: string) => [
      { path: file.path, line: one.line, rule: 'ranks', sentence },
    ]
    const from = featureOf(file.path)
    const to = featureOf(target)
    if (compositions.includes(target) && !file.path.endsWith('/index.ts')) {
      return report(`${target} puts a screen together: nothing imports it`)
    }
    if (from === to || to === 'runtime') return []
    if (!openToOthers.test(target)) {
      return report(`of ${to}, others import its repository or a verb for their transaction`)
    }
    const isHigher = (ranks[to] ?? 0) >= (ranks[from] ?? 0)
    const isComposition = compositions.includes(file.path) && target.endsWith('/repository.ts')
    if (!isHigher || isComposition) return []
    return report(`${from} may not import ${to}, whose rank is not lower`)
  }

function isFunctionCode(file: SourceFile): boolean {
  return file.path.startsWith('cloudfunctions/') && !file.isTest
}

function featureOf(path: string): string {
  return path.split('/')[1] ?? ''
}
