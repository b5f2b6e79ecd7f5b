import type { Mutant } from '../localcloud/conformance/mutants/mutation'

/** A guard of the books, and the runs of which one must notice when it is out. */
export interface GuardMutant extends Mutant {
  readonly noticedBy: readonly string[]
  /** The endpoint at which a run has to look. */
  readonly only?: string
}

const units = 'cloudfunctions/runtime/units.ts'
const database = 'cloudfunctions/runtime/database.ts'

/** R13. The twelve guards without which points or stock would go wrong. */
export const guardMutants: readonly GuardMutant[] = [
  {
    rule: 'a unit is taken only while one is left',
    file: units,
    find: 'leftCount: command.gte(1), [mark]: command.exists(false)',
    replace: '[mark]: command.exists(false)',
    noticedBy: ['last-unit'],
  },
  {
    rule: 'a taken unit names its holder',
    file: units,
    find: '{ leftCount: command.inc(-1), [mark]: now }',
    replace: '{ leftCount: command.inc(-1) }',
    noticedBy: ['killed'],
    only: 'mall.redeem',
  },
  {
    rule: 'a unit goes back once',
    file: units,
    find: `    { _id: unit.id, [mark]: command.exists(false) },
    {
      leftCount: command.inc(1),`,
    replace: '{ _id: unit.id }, { leftCount: command.inc(1),',
    noticedBy: ['killed'],
    only: 'mall.cancelRedemption',
  },
  {
    rule: 'the sweeper asks whether the unit was booked',
    file: 'cloudfunctions/mall/sweep-stock.ts',
    find: 'if (booked) await keepUnit(unit)',
    replace: 'if (false) await keepUnit(unit)',
    noticedBy: ['killed'],
    only: 'mall.redeem',
  },
  {
    rule: 'stock is changed by one update, not read and then written',
    file: units,
    find: 'return changeIf(unit.collection, free, { leftCount: command.inc(-1), [mark]: now })',
    replace: `return import('./database').then(async ({ getById }) => {
      const left = Number(Object(await getById(unit.collection, unit.id)).leftCount)
      const change = { leftCount: left - 1, [mark]: now }
      return left >= 1 && Boolean(free) && changeIf(unit.collection, { _id: unit.id }, change)
    })`,
    noticedBy: ['last-unit'],
  },
  {
    rule: 'a conflict is tried again',
    file: database,
    find: "return textOf(fault).includes('TransactionConflict')",
    replace: 'return false',
    noticedBy: ['last-points', 'auditor'],
  },
  {
    rule: 'a key that exists is no fault',
    file: database,
    find: "return text.includes('E11000') || text.includes('DATABASE_DUPLICATE_WRITE')",
    replace: 'return false',
    noticedBy: ['one-effect'],
  },
  {
    rule: 'the same request id means the same',
    file: 'cloudfunctions/runtime/once.ts',
    find: 'return booked.hash === hash ?',
    replace: 'return booked.hash !== undefined ?',
    noticedBy: ['one-effect'],
  },
  {
    rule: 'who calls is known from the platform alone',
    file: 'cloudfunctions/runtime/serve.ts',
    find: 'const memberId = callerMemberId()',
    replace: 'const memberId = String(Object(request.input).memberId ?? callerMemberId())',
    noticedBy: ['forged'],
  },
  {
    rule: 'a business date is a day in Shanghai',
    file: 'shared/business-date.ts',
    find: 'const SHANGHAI_OFFSET_MS = 8 * 3_600_000',
    replace: 'const SHANGHAI_OFFSET_MS = 0',
    noticedBy: ['expiry-edge'],
  },
  {
    rule: 'points live through their last day',
    file: 'shared/points/ledger.ts',
    find: 'lot.expiresOn < todayOn)',
    replace: 'lot.expiresOn <= todayOn)',
    noticedBy: ['expiry-edge'],
  },
  {
    rule: 'an input with odd keys is refused',
    file: 'cloudfunctions/runtime/parse.ts',
    find: 'if (odd !== null)',
    replace: 'if (odd === undefined)',
    noticedBy: ['malformed'],
  },
]
