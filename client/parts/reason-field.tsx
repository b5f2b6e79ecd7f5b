import { REASON_MAX_LENGTH } from '@shared/limits'
import type { ReactNode } from 'react'
import { Field } from './field'

interface ReasonFieldProps {
  value: string
  onChange(value: string): void
}

/** Why something is done by hand: the member reads it. */
export function ReasonField({ value, onChange }: ReasonFieldProps): ReactNode {
  return (
    <Field
      name="reason"
      label="原因"
      value={value}
      placeholder="会员会看到这句话"
      maxLength={REASON_MAX_LENGTH}
      onChange={onChange}
    />
  )
}
