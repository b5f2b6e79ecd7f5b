import type { InputAt } from '../api'
import type { MyEntry } from './list.store'
import { stepOf } from './order-form'

export interface DamageForm {
  readonly itemId: string
  readonly quantity: number
  readonly picture: string | null
  readonly words: string
}

type Line = MyEntry['lines'][number]

/** What she has fetched, of which some may be bad. */
export function fetchedLines({ lines }: Pick<MyEntry, 'lines'>): readonly Line[] {
  return lines.filter(({ collectedQuantity }) => collectedQuantity > 0)
}

/** Where she fetched one thing only, that is the one; the least that can be bad of it. */
export function emptyDamage(lines: readonly Line[]): DamageForm {
  const [first] = lines
  const itemId = lines.length === 1 && first ? first.itemId : ''
  return { itemId, quantity: first ? stepOf(first) : 1, picture: null, words: '' }
}

/** What is still missing; null: nothing. */
export function missingInDamage({ itemId, picture }: DamageForm): string | null {
  if (itemId === '') return '选哪一样坏了'
  return picture === null ? '拍一张照片' : null
}

export function damageWish(entryId: string, form: DamageForm): InputAt<'lists.reportDamage'> {
  const { itemId, quantity, picture, words } = form
  const said = words.trim()
  return { entryId, itemId, quantity, picture: picture ?? '', ...(said ? { words: said } : {}) }
}
