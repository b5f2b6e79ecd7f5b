import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './stepper.scss'

interface StepperProps {
  /** What is counted, for a screen reader, e.g. `草莓`. */
  label: string
  /** A stable name for walks: `item-i1` makes `item-i1-more` and `item-i1-fewer`. */
  name: string
  value: number
  /** 1 for pieces, 0.5 for jin. */
  step: number
  most: number
  /** Behind the figure, e.g. `斤`. */
  unit?: string
  onChange(value: number): void
}

/** Fewer, how many, more. While there is none, only 加 is offered. */
export function Stepper(props: StepperProps): ReactNode {
  const { label, name, value, step, most, unit = '', onChange } = props
  const isFull = value + step > most
  return (
    <View className={`stepper ${value > 0 ? 'stepper-some' : 'stepper-none'}`}>
      <View
        className={`stepper-button ${name}-fewer`}
        role="button"
        aria-label={`${label}减少`}
        aria-disabled={value === 0}
        hoverClass="touched"
        onClick={() => onChange(Math.max(0, value - step))}
      >
        −
      </View>
      <View className="stepper-value figures">{`${value}${unit}`}</View>
      <View
        className={`stepper-button stepper-more ${isFull ? 'stepper-off' : ''} ${name}-more`}
        role="button"
        aria-label={`${label}增加`}
        aria-disabled={isFull}
        hoverClass="touched"
        onClick={() => {
          if (!isFull) onChange(value + step)
        }}
      >
        +
      </View>
    </View>
  )
}
