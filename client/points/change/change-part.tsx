import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { countText, sentenceText, signedPoints } from '../../format'
import type { BalanceChange } from '../points.store'

interface ChangePartProps {
  part: BalanceChange
  /** The number of the part where there are several. */
  place: number | null
}

/** The difference, the whole in one sentence, then each cause; they sum to the difference. */
export function ChangePart({ part, place }: ChangePartProps): ReactNode {
  const { differencePoints, sentence, lines, beforePoints, afterPoints } = part
  const tone = differencePoints < 0 ? 'change-fewer' : differencePoints > 0 ? 'change-more' : ''
  return (
    <View className="card change-part">
      {place !== null && <View className="soft">变动较多，分段说明 · 第 {place} 段</View>}
      <View className={`change-difference figures ${tone}`}>
        {differencePoints === 0 ? '0' : signedPoints(differencePoints)}
      </View>
      <View className="change-whole">{sentenceText(sentence)}</View>
      {lines.length > 0 ? (
        <View className="change-lines">
          <Line words="原来" figure={countText(beforePoints)} tone="end" />
          {lines.map(({ cause, sentence: told, points }) => (
            <Line
              key={cause}
              words={sentenceText(told)}
              figure={signedPoints(points)}
              tone={points > 0 ? 'gain' : 'loss'}
            />
          ))}
          <Line words="现在" figure={countText(afterPoints)} tone="end" />
        </View>
      ) : (
        <View className="change-none">这段时间里没有积分进出</View>
      )}
    </View>
  )
}

interface LineProps {
  words: string
  figure: string
  tone: 'gain' | 'loss' | 'end'
}

function Line({ words, figure, tone }: LineProps): ReactNode {
  return (
    <View className={`change-line change-line-${tone}`}>
      <View className="change-words">{words}</View>
      <View className="change-figure figures">{figure}</View>
    </View>
  )
}
