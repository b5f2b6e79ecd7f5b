import type { ReactNode } from 'react'
import { BigButton } from '../parts/button'
import { hasCamera, scanWithCamera } from '../parts/camera'
import { Field } from '../parts/field'
import './owner-code.scss'

interface OwnerCodeProps {
  value: string
  onChange(typed: string): void
}

/** Who is to look after it: the code that she shows on her phone. */
export function OwnerCode({ value, onChange }: OwnerCodeProps): ReactNode {
  const scan = async () => onChange((await scanWithCamera()) ?? value)
  return (
    <>
      <Field
        name="owner-code"
        label="会员码"
        value={value}
        reads="memberCode"
        placeholder="请团长出示会员码"
        onChange={onChange}
      />
      {hasCamera && (
        <BigButton className="owner-scan" tone="quiet" onTap={scan}>
          扫团长的会员码
        </BigButton>
      )}
    </>
  )
}
