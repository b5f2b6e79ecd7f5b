import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { countText } from '../../format'
import { ConfirmSheet } from '../../parts/confirm-sheet'
import { Line } from '../../parts/line'
import { refusedText } from '../../parts/refused-text'
import { goBack, replaceWith, routes } from '../../routes'
import { useServerNow } from '../../session/use-server-now'
import type { Plannable } from '../community.store'
import { spanText, whoText } from '../drop-words'
import { changeStore, scheduleStore } from '../drops.store'
import type { CouponChoice } from '../templates.store'

interface PlanSheetProps {
  communities: readonly Plannable[]
  coupons: readonly CouponChoice[]
}

/** What the group will see, before it is promised to anybody. */
export function PlanSheet({ communities, coupons }: PlanSheetProps): ReactNode {
  const scheduling = useStore(scheduleStore)
  const changing = useStore(changeStore)
  const isChange = changing.wish !== null
  const { sending, refused, close, send } = isChange ? changing : scheduling
  const wish = changing.wish ?? scheduling.wish
  const answer = changing.answer ?? scheduling.answer
  if (wish === null) return null
  const leave = () => {
    close()
    if (!answer) return
    if (isChange) goBack()
    else replaceWith(routes.dropDesk, { dropId: answer.dropId })
  }
  return (
    <ConfirmSheet
      name="plan"
      title={answer ? (isChange ? '改好了' : '定好了') : wish.title}
      sending={sending}
      refused={refused ? refusedText(refused) : null}
      step={
        refused?.code === 'SHARE_RULE'
          ? { label: '去改一改', className: 'plan-again', onTap: close }
          : { label: isChange ? '就这样改' : '定下来', onTap: () => void send() }
      }
      keep={{ label: '再改改', onTap: close }}
      done={answer && { label: isChange ? '好的' : '去发到群里', onTap: leave }}
      onClose={leave}
    >
      {answer ? (
        doneText(answer.isHeld)
      ) : (
        <Planned wish={wish} communities={communities} coupons={coupons} />
      )}
    </ConfirmSheet>
  )
}

function doneText(isHeld: boolean): string {
  return isHeld
    ? '内容检测拿不准名字或说明，已经交给店长；通过之后群友才能看到。'
    : '到点自动开抢。把卡片发到群里，群友点开就能看到倒计时。'
}

type Wish = NonNullable<ReturnType<typeof scheduleStore.getState>['wish']>

function Planned({ wish, communities, coupons }: PlanSheetProps & { wish: Wish }): ReactNode {
  const now = useServerNow(60_000)
  const { templateId, opensAt, closesAt, quotas, who, terms } = wish
  const nameOf = (id: string) => communities.find((one) => one.communityId === id)?.name ?? '社群'
  const coupon = coupons.find((one) => one.templateId === templateId)
  const total = quotas.reduce((sum, { quota }) => sum + quota, 0)
  const { joinedBeforeOn = null, tierFrom = null } = who ?? {}
  return (
    <>
      <Line label="券" value={coupon?.title ?? ''} />
      <Line label="时间" value={spanText({ opensAt, closesAt }, now)} />
      <Line label="谁能领" value={whoText({ joinedBeforeOn, tierFrom })} />
      {quotas.map(({ communityId, quota }) => (
        <Line key={communityId} label={nameOf(communityId)} value={`${countText(quota)} 张`} />
      ))}
      {quotas.length > 1 && <Line label="合计" value={`${countText(total)} 张`} strong />}
      {terms && <View className="soft plan-terms-shown">{terms}</View>}
    </>
  )
}
