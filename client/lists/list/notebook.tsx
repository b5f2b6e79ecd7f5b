import { View } from '@tarojs/components'
import { memo, type ReactNode, useMemo } from 'react'
import { useStore } from 'zustand'
import { ListEnd } from '../../parts/list-end'
import { rowState, rowWords } from '../entry-words'
import { type ListShown, listStore, moreRows, type ShownItem } from '../list.store'
import { askClaim } from '../order.store'
import { standing } from '../order-form'
import { isSamePiece, piecesOf, type ShownEntry } from '../rows'
import { copyText } from './copy-text'
import './notebook.scss'

type Items = ReadonlyMap<string, Pick<ShownItem, 'name' | 'unit'>>

/** Who is in, number by number, as in a notebook: her own row marked, cancelled ones struck. */
export function Notebook({ list }: { list: ListShown }): ReactNode {
  const { rows, nextCursor, loadingMore, moreTrouble } = useStore(listStore)
  const names = JSON.stringify(list.items.map(({ itemId, name, unit }) => [itemId, { name, unit }]))
  // Figures of the items change with every look, their names never: rows know the names alone.
  const items = useMemo((): Items => new Map(JSON.parse(names)), [names])
  const isClaimable = mayClaim(list)
  return (
    <View className="card notebook">
      <View className="notebook-head">
        <View className="card-title">接龙</View>
        <View
          className="notebook-copy"
          role="button"
          hoverClass="touched"
          onClick={() => copyText(list.listId)}
        >
          一键复制接龙文本
        </View>
      </View>
      <View className="notebook-hint soft">
        {isClaimable && rows.length > 0 ? '团长替您接过？点您那一行认领' : ''}
      </View>
      <View className="notebook-rows">
        {rows.length === 0 ? (
          <View className="notebook-empty">还没有人接龙，来当第一位</View>
        ) : (
          piecesOf(rows).map((piece) => (
            <Piece key={piece[0]?.entryNo} piece={piece} items={items} />
          ))
        )}
      </View>
      <View className="notebook-end">
        {rows.length > 0 && (
          <ListEnd
            nextCursor={nextCursor}
            loadingMore={loadingMore}
            moreTrouble={moreTrouble}
            onMore={moreRows}
          />
        )}
      </View>
    </View>
  )
}

interface PieceProps {
  piece: readonly ShownEntry[]
  items: Items
}

/** Forty rows, drawn together: WeChat is sent no more than the piece in which one changed. */
const Piece = memo(
  function Piece({ piece, items }: PieceProps): ReactNode {
    return (
      <View className="notebook-piece">
        {piece.map((row) => (
          <NumberedRow key={row.entryNo} row={row} items={items} />
        ))}
      </View>
    )
  },
  (one, other) => isSamePiece(one.piece, other.piece) && one.items === other.items,
)

interface NumberedRowProps {
  row: ShownEntry
  items: Items
}

const NumberedRow = memo(function NumberedRow(props: NumberedRowProps): ReactNode {
  const { row, items } = props
  const { entryNo, name, cancelled, isMine } = row
  const state = rowState(row)
  const look = `${cancelled ? 'numbered-struck' : ''} ${isMine ? 'numbered-mine' : ''}`
  return (
    <View className={`numbered ${look}`} onClick={() => claim(row)}>
      <View className="numbered-no figures">{entryNo}.</View>
      <View className="numbered-words">
        <View className="numbered-name">{isMine ? `${name}（我）` : name}</View>
        <View className="numbered-lines figures">{rowWords(row, items)}</View>
      </View>
      {state !== '' && <View className="numbered-state">{state}</View>}
    </View>
  )
})

/**
 * Whether a row may be claimed is asked at the tap: rows that were drawn by it would all be drawn
 * again when she joins.
 */
function claim({ entryNo, cancelled }: ShownEntry): void {
  const { head } = listStore.getState()
  if (head !== null && !cancelled && mayClaim(head)) askClaim(entryNo)
}

function mayClaim(list: ListShown): boolean {
  return standing(list) === null && list.isMember && list.state === 'running'
}
