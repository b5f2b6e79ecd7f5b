import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { BigButton } from '../../parts/button'
import { ShareButton } from '../../parts/share-button'
import { open, routes } from '../../routes'
import { isAhead } from '../drop-words'
import type { DropRow } from '../drops.store'

interface DropStepsProps {
  drop: DropRow
  onEnd(): void
}

/** What can be done with it now: before it opens, while it runs, after it is over. */
export function DropSteps({ drop, onEnd }: DropStepsProps): ReactNode {
  const { dropId, state } = drop
  const copy = () => open(routes.dropPlan, { copy: dropId })
  if (!isAhead(drop)) {
    return (
      <BigButton className="drop-copy" onTap={copy}>
        照着再发一场
      </BigButton>
    )
  }
  const isScheduled = state === 'scheduled'
  return (
    <View className="drop-steps">
      <ShareButton className="drop-share">发卡片到群里</ShareButton>
      <View className="soft drop-hint">
        海报、截图和私聊认不出是哪个群。要领券，请从群里的卡片进入
      </View>
      {isScheduled && (
        <BigButton
          className="drop-change"
          tone="quiet"
          onTap={() => open(routes.dropPlan, { change: dropId })}
        >
          改一改
        </BigButton>
      )}
      {!isScheduled && (
        <BigButton className="drop-copy" tone="quiet" onTap={copy}>
          照着再发一场
        </BigButton>
      )}
      <BigButton className="drop-end" tone="warning" onTap={onEnd}>
        {isScheduled ? '取消这一场' : '提前结束'}
      </BigButton>
    </View>
  )
}
