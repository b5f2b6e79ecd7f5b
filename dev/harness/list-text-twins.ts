import type { listTexts } from '../../shared/contract/list-texts'
import { listsOf, twoPoints } from './lists'
import type { ShopUnderTest } from './shop-under-test'
import type { Own } from './twin'

type TextTwins = Pick<Own<'lists'>, Extract<keyof Own<'lists'>, `lists.${keyof typeof listTexts}`>>

const text = '#接龙\n\n1. 王姐 苹果2\n2. 李姐 梨1.5斤 已付\n3. 张叔 同上'
const lines = [{ itemId: 'i1', quantity: 2 }]

/** A list whose text is pasted, once with an entry that was taken before. */
export function listTextTwins(shop: ShopUnderTest): TextTwins {
  const open = () => {
    const items = [
      { name: '苹果', stockCount: 20 },
      { name: '梨', unit: 'jin' as const },
    ]
    return listsOf(shop).newList({ items, pickupPoints: twoPoints })
  }
  const taken = async () => {
    const { owner, listId } = await open()
    const input = { listId, entries: [{ number: 1, name: '王姐', lines }] }
    const asked = { as: owner.who, requestId: shop.fresh('text'), input }
    await shop.value('lists.takeText', asked)
    return { owner, listId }
  }
  return {
    'lists.export': async () => {
      const { owner, listId } = await taken()
      return { as: owner.who, input: { listId, sheet: 'entries', format: 'csv' } }
    },
    'lists.toText': async () => {
      const { owner, listId } = await taken()
      return { as: owner.who, input: { listId } }
    },
    'lists.readText': async () => {
      const { owner, listId } = await taken()
      return { as: owner.who, input: { listId, text } }
    },
    'lists.takeText': async () => {
      const { owner, listId } = await taken()
      const more = [
        { number: 1, name: '王姐', lines: [{ itemId: 'i1', quantity: 3 }], remark: '晚点拿' },
        { number: 2, name: '李姐', lines: [{ itemId: 'i2', quantity: 1.5 }], remark: null },
        { number: 3, name: '张叔', lines },
      ]
      return {
        as: owner.who,
        input: { listId, entries: more },
        another: { listId, entries: more.slice(1) },
      }
    },
  }
}
