/** Which of the numbered parts of a message are its entries. */
import type { Folded } from './fold'
import type { Goods } from './goods'
import { isGoodsAlone, isMenuLine, mayOrder } from './menu'
import type { Block, Numbered } from './message'
import { ownPart } from './own-part'

export interface Chosen {
  readonly main: Block | null
  /** Copies of the same message from before, or what else looks like entries. */
  readonly earlier: readonly Block[]
  /** Menus, examples, the owner's numbered words. */
  readonly passed: readonly Numbered[]
}

/** The last one that is no price list. */
export function chosenBlocks(blocks: readonly Block[], text: Folded, goods: Goods): Chosen {
  const isMenu = (block: Block) =>
    block.entries.every(({ stretch }) => isMenuLine(text, goods, firstLine(text, stretch))) ||
    (blocks.length > 1 &&
      block !== blocks.at(-1) &&
      block.entries.every(({ stretch }) => isGoodsAlone(text, goods, firstLine(text, stretch))))
  const others = blocks.filter((block) => !block.isExample && !isMenu(block))
  const main = others.at(-1) ?? null
  const before = others.slice(0, -1)
  const nexts = new Map(blocks.map((block, place) => [block, blocks[place + 1]]))
  const earlier = before.filter((block) =>
    isOfEntries(block, { next: nexts.get(block), text, goods }),
  )
  const kept = new Set<Block | null>([main, ...earlier])
  const passed = blocks.filter((block) => !kept.has(block)).flatMap(({ entries }) => entries)
  return { main, earlier, passed }
}

function firstLine({ key }: Folded, [from, to]: Numbered['stretch']): Numbered['stretch'] {
  const end = key.indexOf('\n', from)
  return [from, end < 0 || end > to ? to : end]
}

/** A head stands between it and what follows, or it orders something. */
function isOfEntries(
  block: Block,
  { next, text, goods }: { next: Block | undefined; text: Folded; goods: Goods },
): boolean {
  if (next?.isAfterHead) return true
  return block.entries.some(({ stretch }) => {
    const { own } = ownPart(stretch, { text, goods, isLast: true })
    return mayOrder(text, goods, own)
  })
}
