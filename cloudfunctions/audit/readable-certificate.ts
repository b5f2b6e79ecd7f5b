/**
 * A certificate as it can be shown and followed, whatever was made of the stored one. Whoever
 * tampers need not leave figures and lists where they were; one such document must be named, never
 * keep the days after it from being certified. Its seal is taken of what is stored.
 */
import {
  type DayFigures,
  nothingStands,
  quietDay,
  type Standing,
} from '../../shared/audit/day-figures'
import type { Certificate, Finding } from './certificate-document'
import { type DayDigest, digestOf } from './day-digest'

const isText = (value: unknown): value is string => typeof value === 'string'
const isWhole = (value: unknown): value is number => Number.isSafeInteger(value)

/** The certificate itself where it is whole; else with nothing in place of what cannot be read. */
export function readableCertificate(stored: Certificate): Certificate {
  let isBroken = false
  const pick = <T>(value: unknown, isRight: (value: unknown) => value is T, nothing: T): T => {
    if (isRight(value)) return value
    isBroken = true
    return nothing
  }
  const read: Certificate = {
    _id: stored._id,
    madeAt: pick(stored.madeAt, isWhole, 0),
    checkedOn: pick(stored.checkedOn, isText, ''),
    memberCount: pick(stored.memberCount, isWhole, 0),
    readCount: pick(stored.readCount, isWhole, 0),
    figures: pick(stored.figures, isFigures, quietDay),
    day: pick(stored.day, isDigest, digestOf(undefined)),
    opening: pick(stored.opening, isStanding, nothingStands),
    closing: pick(stored.closing, isStanding, nothingStands),
    offPoints: pick(stored.offPoints, isWhole, 0),
    findings: pick(stored.findings, isFindings, []),
    findingCount: pick(stored.findingCount, isWhole, 0),
    dayFindings: pick(stored.dayFindings, isTexts, []),
    prevHash: pick(stored.prevHash, isText, ''),
    hash: pick(stored.hash, isText, ''),
  }
  if (!isBroken) return stored
  // What it found cannot be read any more: nobody is to read 账平 in that.
  return { ...read, dayFindings: [...read.dayFindings, `${stored._id} 的证书被改动过`] }
}

function isTexts(list: unknown): list is readonly string[] {
  return Array.isArray(list) && list.every(isText)
}

function isFindings(list: unknown): list is readonly Finding[] {
  return Array.isArray(list) && list.every(isFinding)
}

function isFinding(one: unknown): one is Finding {
  if (!isObject(one)) return false
  const { memberId, memberNumber, maskedName, sentences, isEntryBroken } = one
  const isNamed = isText(memberId) && isText(maskedName)
  const isNumbered = memberNumber === null || isText(memberNumber)
  return isNamed && isNumbered && isTexts(sentences) && typeof isEntryBroken === 'boolean'
}

function isDigest(day: unknown): day is DayDigest {
  return isObject(day) && isText(day.digest) && isWhole(day.entryCount)
}

function isStanding(standing: unknown): standing is Standing {
  if (!isObject(standing)) return false
  const { balancePoints, debtPoints, pendingPoints } = standing
  return [balancePoints, debtPoints, pendingPoints].every(isWhole)
}

function isFigures(figures: unknown): figures is DayFigures {
  if (!isObject(figures)) return false
  const { flows, debtMadePoints, debtRepaidPoints, clearing = {}, handedOver = {} } = figures
  const isCounted = isWhole(debtMadePoints) && isWhole(debtRepaidPoints)
  return isCounted && [flows, clearing, handedOver].every(isFlows)
}

function isFlows(flows: unknown): boolean {
  return isObject(flows) && Object.values(flows).every(isWhole)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
