import { Button } from '@tarojs/components'
import type { ReactNode } from 'react'
import './button.scss'

interface BigButtonProps {
  children: ReactNode
  onTap?(): void
  /** `main` is the one action of a screen; `quiet` everything else. */
  tone?: 'main' | 'quiet' | 'warning'
  busy?: boolean
  disabled?: boolean
  /** A stable name for walks, e.g. `join-confirm`. */
  className?: string
  formType?: 'submit'
}

/**
 * A button as wide as its place; while busy it takes no second tap. The busy sign is our own: the
 * browser twin of WeChat's `loading` tears React's nodes apart.
 */
export function BigButton(props: BigButtonProps): ReactNode {
  const { children, onTap, tone = 'main', busy = false, disabled = false, formType } = props
  const off = busy || disabled
  const state = disabled ? 'big-button-off' : busy ? 'big-button-busy' : ''
  return (
    <Button
      className={`big-button big-button-${tone} ${state} ${props.className ?? ''}`}
      hoverClass={off ? 'none' : 'touched'}
      aria-disabled={off}
      {...(formType && !off ? { formType } : {})}
      onClick={() => {
        if (!off) onTap?.()
      }}
    >
      {children}
    </Button>
  )
}
