import { ensureBuilt } from '../build'
import { certifyMany } from './certificate-run'
import { type Figure, report } from './figures'

const size = {
  memberCount: 50_000,
  entriesPerMember: 20,
  dayCount: 365,
  killCount: 3,
  killAtCall: 203,
}
const entryCount = size.memberCount * size.entriesPerMember
/** The page that a killed run was at is read again: entries and accounts. */
const PAGE_DOCUMENTS = 1_100
const LARGEST_RUN_MS = 20_000

/** A million entries of fifty thousand members, certified by the function as it ships. */
async function main(): Promise<boolean> {
  await ensureBuilt(['functions'])
  const found = await certifyMany(size)
  // Each run asks what is due, and the last one looks at the certificates.
  const beside = found.runCount * 4 + found.certificateCount
  const allowed = found.killedCount * PAGE_DOCUMENTS + beside
  return report('certificate', [
    exactly('entries counted', found.readCount, entryCount),
    exactly('accounts counted', found.memberCount, size.memberCount),
    exactly('findings', found.findingCount, 0),
    exactly('points by which the shop is off', Math.abs(found.offPoints), 0),
    { what: 'days certified', measured: found.certificateCount },
    { what: 'runs', measured: found.runCount },
    exactly('of these, killed in the middle', found.killedCount, size.killCount),
    { what: 'the longest run, ms', measured: found.longestRunMs, bound: { most: LARGEST_RUN_MS } },
    { what: 'all runs, s', measured: found.workedMs / 1000 },
    { what: 'documents read', measured: found.docsRead },
    {
      what: 'of these, beyond each entry and account once',
      measured: found.docsRead - entryCount - size.memberCount,
      bound: { most: allowed },
    },
  ])
}

function exactly(what: string, measured: number, wanted: number): Figure {
  return measured > wanted
    ? { what, measured, bound: { most: wanted } }
    : { what, measured, bound: { least: wanted } }
}

main().then((holds) => process.exit(holds ? 0 : 1))
