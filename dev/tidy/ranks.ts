import type { Finding, House, Import, Rule, SourceFile } from './house'

/** A folder imports from lower ranks only; those of the same rank do not know each other. */
const ranks: Readonly<Record<string, number>> = Object.fromEntries(
  [
    ['runtime'],
    ['members'],
    // Whose text may be held asks for it below itself.
    ['messages', 'moderation'],
    // A manager changes rules without the books; the books ask which rule was in force.
    ['rules', 'shop'],
    // What WeChat was paid goes back with the purchase that it paid for.
    ['points', 'payments'],
    ['coupons'],
    ['gifts', 'tiers'],
    // A full card is a gift, and a purchase stamps it.
    ['stamps'],
    ['purchases'],
    // What an import brings in may be points that wait for their member: it stands on openings.
    ['communities', 'referrals', 'openings'],
    ['mall', 'drops', 'lists', 'checkin', 'tags', 'tasks', 'imports', 'closings'],
    ['staff', 'insight'],
    // It reads the books to prove them, and the mall for who handed over what.
    ['audit'],
    // What belongs to a member lies with every feature: merging two asks them all.
    ['merging'],
    // They put together what one screen shows, and may read every repository.
    ['screens'],
  ].flatMap((folders, rank) => folders.map((folder) => [folder, rank] as const)),
)

/**
 * Of another feature: its repository and its documents, its book, seal and tallies, what a
 * companion of purchases is, or a verb for the transaction.
 */
const openToOthers =
  /\/(repository|ledger|seal|tallies|templates|rights|.+-(document|companion|in-transaction))\.ts$/

/** The rank of a feature's folder; undefined where it has none yet. */
export function rankOf(feature: string): number | undefined {
  return ranks[feature]
}

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
    if (from === to || to === 'runtime') return []
    // A function answers with a screen under its own name: its table of contents names it.
    if (to === 'screens') {
      return file.path.endsWith('/index.ts') ? [] : report('only an index.ts mounts a screen')
    }
    if (!openToOthers.test(target)) {
      return report(`of ${to}, others import its repository or a verb for their transaction`)
    }
    if ((ranks[to] ?? 0) < (ranks[from] ?? 0)) return []
    return report(`${from} may not import ${to}, whose rank is not lower`)
  }

function isFunctionCode(file: SourceFile): boolean {
  return file.path.startsWith('cloudfunctions/') && !file.isTest
}

function featureOf(path: string): string {
  return path.split('/')[1] ?? ''
}
