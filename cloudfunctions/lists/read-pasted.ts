import type { lists } from '../../shared/contract/lists'
import { nameKey } from '../../shared/lists/text/fold'
import { readText } from '../../shared/lists/text/read-text'
import { accept } from '../../shared/refusal'
import type { UseCase } from '../runtime/context'
import { allEntries } from './all-entries'
import { listAtDesk } from './repository'
import { takenOf } from './taken-entries'

/**
 * What a pasted 接龙 message says, and how it stands to what the list has already. Gone is only who
 * came from such a text: who joined here need not be in it. Writes nothing. Refuses LIST_GONE,
 * LIST_FOREIGN.
 */
export const readPasted: UseCase<typeof lists.readText> = async ({ listId, text }, context) => {
  const list = await listAtDesk(listId, context)
  if (!list.ok) return list
  const { items } = list.value
  const taken = takenOf(list.value, await allEntries(listId))
  const read = readText(text, { items, taken })
  const fromText = new Set(
    taken.filter(({ entry }) => entry.fromText).map(({ number, name }) => keyOf(number, name)),
  )
  const gone = read.gone.filter(({ number, name }) => fromText.has(keyOf(number, name)))
  return accept({ ...read, gone })
}

function keyOf(number: number, name: string): string {
  return `${number} ${nameKey(name)}`
}
