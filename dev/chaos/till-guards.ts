import type { Guard } from './guard'

const closing = 'shared/closings/day-closing.ts'
const noticedBy = ['till-days'] as const

/** Guards without which a till's day would not be what was sold and paid. */
export const tills: readonly Guard[] = [
  {
    rule: 'what a closing counted in its last minutes the next one leaves out',
    file: closing,
    find: ' && !before.countedLately.includes(key)',
    replace: '',
    noticedBy,
  },
  {
    rule: 'what comes after its day was signed belongs to the next closing',
    file: closing,
    find: "return isNew ? 'late' : null",
    replace: 'return null',
    noticedBy,
  },
  {
    rule: 'what nobody counted is not none',
    file: closing,
    find: 'if (tillFigure === null || tillFigure === ourFigure) return []',
    replace: 'if ((tillFigure ?? 0) === ourFigure) return []',
    noticedBy,
  },
  {
    rule: 'what points paid stands in the closing',
    file: 'cloudfunctions/closings/day-figures.ts',
    find: 'pointsFen: points?.offFen ?? 0,',
    replace: 'pointsFen: 0,',
    noticedBy,
  },
  {
    rule: 'what is left off a bill is not paid',
    file: 'shared/purchases/purchase.ts',
    find: 'paidFen: due.goodsFen + freightPaidFen - roundOffFen,',
    replace: 'paidFen: due.goodsFen + freightPaidFen,',
    noticedBy,
  },
]
