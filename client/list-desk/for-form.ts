import { readPhone } from '@shared/reading/phone'
import { faultSentences } from '@shared/reading/reading'
import type { InputAt } from '../api'
import type { DeskEntry } from './entries.store'
import type { OwnedShown } from './owned.store'

/** What an owner takes down for somebody who has no account. */
export interface ForForm {
  readonly name: string
  readonly phone: string
  readonly quantities: Readonly<Record<string, number>>
  readonly pickupPointId: string
  readonly remark: string
}

export function emptyFor({ items, pickupPoints }: OwnedShown, entry?: DeskEntry): ForForm {
  const [first] = pickupPoints
  const [only] = items
  if (entry) {
    const { name, pickupPointId, remark, lines } = entry
    const quantities = Object.fromEntries(lines.map((line) => [line.itemId, line.quantity]))
    return { name, phone: '', quantities, pickupPointId, remark: remark ?? '' }
  }
  const quantities = items.length === 1 && only ? { [only.itemId]: 1 } : {}
  return { name: '', phone: '', quantities, pickupPointId: first?.pickupPointId ?? '', remark: '' }
}

/** What is still missing; null: nothing. */
export function missingFor({ name, phone, quantities }: ForForm): string | null {
  if (name.trim() === '') return '写个名字'
  const read = readPhone(phone)
  if (!read.ok && read.fault !== 'blank') return faultSentences[read.fault]
  return Object.values(quantities).some((quantity) => quantity > 0) ? null : '先选几份'
}

/**
 * The same of an entry that there is: its remark goes where nothing is written any more, and what
 * is done when short, which this form does not ask, stays as its member said it.
 */
export function changeForOf(form: ForForm): Omit<InputAt<'lists.changeFor'>, 'entryId'> {
  return { remark: null, ...wishFor(form) }
}

/** The lines and where they are fetched, as joining takes them. */
export function wishFor(
  form: ForForm,
): Pick<InputAt<'lists.joinFor'>, 'lines' | 'pickupPointId' | 'remark'> {
  const remark = form.remark.trim()
  return {
    lines: Object.entries(form.quantities)
      .filter(([, quantity]) => quantity > 0)
      .map(([itemId, quantity]) => ({ itemId, quantity })),
    pickupPointId: form.pickupPointId,
    ...(remark === '' ? {} : { remark }),
  }
}
