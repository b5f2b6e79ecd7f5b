import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { yuanText } from '../../format'
import { tillStore } from '../../session/till.store'
import { billFenOf } from '../../session/typed-bill'
import './round-off.scss'

/** 抹零 as the shop's rule allows it on this bill; a second tap takes it back. */
export function RoundOff(): ReactNode {
  const { quote, typed, roundOffFen, change } = useStore(tillStore)
  const isOfThisBill = quote !== null && quote.billFen === billFenOf(typed)
  const choices = isOfThisBill ? quote.roundOffChoices : []
  if (choices.length === 0) return null
  return (
    <View className="round-off" role="group" aria-label="抹零">
      {choices.map((choice) => {
        const isOn = choice.roundOffFen === roundOffFen
        return (
          <View
            key={choice.roundOffFen}
            className={`round-off-way figures ${isOn ? 'round-off-on' : ''}`}
            hoverClass="touched"
            role="checkbox"
            aria-checked={isOn}
            onClick={() => change({ roundOffFen: isOn ? 0 : choice.roundOffFen })}
          >
            {isOn ? '已抹零' : '抹零'} ¥{yuanText(choice.roundOffFen)}
          </View>
        )
      })}
    </View>
  )
}
