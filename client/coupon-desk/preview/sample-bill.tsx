import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { yuanText } from '../../format'
import { Line } from '../../parts/line'
import type { TemplatePreview } from '../templates.store'

type Sample = TemplatePreview['samples'][number]

const titles: Readonly<Record<Sample['name'], string>> = {
  small: '小单',
  usual: '常见的一单',
  large: '大单',
}

/** One sample bill: what the coupon takes off, step by step, or why it does not fit. */
export function SampleBill({ sample }: { sample: Sample }): ReactNode {
  const { name, billFen, freightFen, lines, payableFen, steps, refusal } = sample
  const changes = steps.filter(({ kind }) => kind !== 'goods' && kind !== 'freight')
  return (
    <View className={`card sample-bill sample-${name}`}>
      <View className="card-title">{titles[name]}</View>
      {lines.map(({ title, amountFen }) => (
        <Line key={title} label={title} value={`¥${yuanText(amountFen)}`} />
      ))}
      <Line label="商品" value={`¥${yuanText(billFen)}`} />
      {freightFen > 0 && <Line label="运费" value={`¥${yuanText(freightFen)}`} />}
      {changes.map(({ kind, title, changeFen }) => (
        <Line key={`${kind}:${title}`} label={title || '这张券'} value={signedYuan(changeFen)} />
      ))}
      {payableFen === null ? (
        <View className="sample-refused">{refusal ? refusalText(refusal) : '用不上'}</View>
      ) : (
        <Line label="应付" value={`¥${yuanText(payableFen)}`} strong />
      )}
    </View>
  )
}

function signedYuan(changeFen: number): string {
  return changeFen < 0 ? `−¥${yuanText(-changeFen)}` : `+¥${yuanText(changeFen)}`
}

function refusalText({ message, missingFen }: NonNullable<Sample['refusal']>): string {
  return missingFen === null ? message : `${message}，还差 ¥${yuanText(missingFen)}`
}
