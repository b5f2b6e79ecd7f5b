/** What the walk through the books has counted so far; a page adds to it entry by entry. */
import { nothingImplied, takeEntry } from '../../shared/audit/audit'
import { noOrigins, traceEntry } from '../../shared/audit/clearing'
import {
  countCleared,
  countEntry,
  countHandedOver,
  programAfter,
  quietDay,
} from '../../shared/audit/day-figures'
import { readableEntry } from '../../shared/audit/readable-entry'
import type { Entry } from '../points/repository'
import { hashNow } from '../points/seal'
import type { CertificateRun, OpenMember } from './certificates'
import { digestWith } from './day-digest'
import type { HandOvers } from './handed-over'

const nothingRead = { implied: nothingImplied, origins: noOrigins }

type Counted = Pick<CertificateRun, 'programPoints' | 'readCount'>

/** It changes as it counts: a copy for each of a thousand entries would cost more than they do. */
export interface Tally {
  /** Members whose entries are not all read yet, or whose account is not compared yet. */
  readonly members: Map<string, OpenMember>
  /** Checks the entry after the one before it, and counts it for its day and for the shop. */
  take(entry: Entry): void
  /** The run as counted so far. */
  counted(): CertificateRun
}

export function openTally(run: CertificateRun, handOvers: HandOvers): Tally {
  const members = new Map(run.open ? [[run.open.memberId, run.open]] : [])
  const days = new Map(Object.entries(run.days))
  const figures = new Map(Object.entries(run.figures))
  let so: Counted = run
  return {
    members,
    take(stored) {
      const hash = hashNow(stored)
      const entry = readableEntry(stored)
      const { memberId, on } = entry
      // Nobody's: whose it was lacks its number.
      if (memberId === '') return
      const { implied, origins } = members.get(memberId) ?? nothingRead
      const traced = traceEntry(origins, entry)
      const next = takeEntry(implied, entry, hash)
      members.set(memberId, { memberId, implied: next, origins: traced.origins })
      // Without a day it is missing from its day's digest, which names that day.
      const isLater = on > run.on || on === ''
      const isOpen = !isLater && (run.openFromOn === null || on >= run.openFromOn)
      if (!isLater) days.set(on, digestWith(days.get(on), hash))
      if (isOpen) {
        const day = countEntry(figures.get(on) ?? quietDay, entry)
        figures.set(on, countCleared(day, traced.cleared, entry.storeId))
      }
      const handed = handOverOf(entry, handOvers)
      if (handed) {
        const day = figures.get(handed.on) ?? quietDay
        figures.set(handed.on, countHandedOver(day, traced.cleared, handed.storeId))
      }
      so = {
        programPoints: programAfter(so.programPoints, entry),
        readCount: so.readCount + 1,
      }
    },
    counted: () => ({
      ...run,
      programPoints: so.programPoints,
      readCount: so.readCount,
      days: Object.fromEntries(days),
      figures: Object.fromEntries(figures),
    }),
  }
}

/** Of an entry that paid for a reward of the mall: where it was handed over, if it was by now. */
function handOverOf({ posting, storeId, sourceId }: Entry, handOvers: HandOvers) {
  const isMall = posting.to === 'program:redeemed' && storeId === null
  return isMall && sourceId !== null ? handOvers.get(sourceId) : undefined
}
