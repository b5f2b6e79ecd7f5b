import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { yuanText } from '../../format'
import { Chips } from '../../parts/chips'
import { tillStore } from '../../session/till.store'
import { billFenOf } from '../../session/typed-bill'

/** 抹零 as the shop's rule allows it on this bill; a second tap takes it back. */
export function RoundOff(): ReactNode {
  const { quote, typed, roundOffFen, change } = useStore(tillStore)
  const isOfThisBill = quote !== null && quote.billFen === billFenOf(typed)
  const choices = isOfThisBill ? quote.roundOffChoices : []
  if (choices.length === 0) return null
  const words = (fen: number) => `${fen === roundOffFen ? '已抹零' : '抹零'} ¥${yuanText(fen)}`
  return (
    <Chips
      several
      name="round-off"
      label="抹零"
      chips={choices.map(({ roundOffFen: fen }) => ({ value: String(fen), label: words(fen) }))}
      chosen={[String(roundOffFen)]}
      onTap={(fen) => change({ roundOffFen: Number(fen) === roundOffFen ? 0 : Number(fen) })}
    />
  )
}
