import type { ReactNode } from 'react'
import { countText } from '../format'
import { Row } from '../parts/row'
import { open, routes } from '../routes'
import { useServerNow } from '../session/use-server-now'
import { figuresIn, spanText, standingText } from './drop-words'
import type { DropRow } from './drops.store'

const MINUTE_MS = 60_000

/** One drop of a list: when it is, how much was claimed, and what was used of it. */
export function DropLine({ drop }: { drop: DropRow }): ReactNode {
  const now = useServerNow(MINUTE_MS)
  const { dropId, title, state } = drop
  const { quota, claims, redemptions } = figuresIn(drop)
  const standing = standingText(drop)
  const isLive = state === 'open' || state === 'soldOut'
  const tone = isLive ? 'gain' : state === 'scheduled' ? 'open' : null
  const hasCome = state !== 'scheduled' && state !== 'cancelled'
  return (
    <Row
      className={`drop-row drop-row-${state}`}
      title={title}
      wraps
      notes={[spanText(drop, now)]}
      figure={hasCome ? `核销 ${countText(redemptions)} 张` : `${countText(quota)} 张`}
      state={hasCome ? `${standing} · 已领 ${countText(claims)} 张` : standing}
      {...(tone ? { stateTone: tone } : {})}
      leads
      onOpen={() => open(routes.dropDesk, { dropId })}
    />
  )
}
