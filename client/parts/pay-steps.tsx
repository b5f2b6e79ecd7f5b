import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { momentText } from '../format'
import { type PaidThing, type PayStep, payStore } from '../session/pay.store'
import { BigButton } from './button'
import { Icon } from './icon'
import './pay-steps.scss'
import { Sheet } from './sheet'

interface PayStepsProps {
  thing: PaidThing
  /** What is paid for, as WeChat's sheet says it. */
  title: string
  /** Shown once the money has come, e.g. the way to the code. */
  paid: ReactNode
  onClose(): void
}

const titles: Readonly<Record<PayStep, string>> = {
  closed: '微信支付',
  starting: '正在打开微信支付',
  paying: '请在微信里完成付款',
  confirming: '正在核对付款',
  paid: '付款成功',
  cancelled: '还没有付款',
  failed: '没有付成',
  slow: '还在核对',
  over: '付款时间已过',
  returned: '付款已退回',
}

/** How a payment goes on, from the tap to its end; the same wherever something is paid. */
export function PaySteps({ thing, title, paid, onClose }: PayStepsProps): ReactNode {
  const { thing: open, step, message, closesAt, pay, close } = useStore(payStore)
  const isOpen = open?.thingId === thing.thingId && open.what === thing.what && step !== 'closed'
  const isBusy = step === 'starting' || step === 'paying' || step === 'confirming'
  const leave = () => {
    close()
    onClose()
  }
  const again = step === 'cancelled' || step === 'failed'
  return (
    <Sheet open={isOpen} title={titles[step]} {...(isBusy ? {} : { onClose: leave })}>
      <View className={`pay-steps pay-steps-${step}`} role="status">
        {step === 'paid' && (
          <View className="pay-steps-seal">
            <Icon name="check" size={72} />
          </View>
        )}
        <View className="pay-steps-words figures">{message ?? wordsOf(step, thing, closesAt)}</View>
        {step === 'paid' && paid}
        {again && (
          <BigButton className="pay-again" onTap={() => pay(thing, title)}>
            继续付款
          </BigButton>
        )}
        {!isBusy && (
          <View className="confirm-keep pay-leave" role="button" onClick={leave}>
            {again ? '稍后再付' : '知道了'}
          </View>
        )}
      </View>
    </Sheet>
  )
}

function wordsOf(step: PayStep, { what }: PaidThing, closesAt: number | null): string {
  const until = closesAt === null ? '' : `为您留到 ${momentText(closesAt).slice(11)}`
  const free = what === 'redemption' ? '名额已经放开，积分已退回' : '名额已经放开'
  switch (step) {
    case 'cancelled':
      return until
    case 'failed':
      return `钱没有付出去，可以再试一次。${until}`
    case 'confirming':
      return '通常几秒钟，请稍候'
    case 'paid':
      return what === 'redemption' ? '凭自提码到店取' : '您的位置已经确认'
    case 'slow':
      return '微信已经付款，店里还在核对，不用重复付款，几分钟后会自动到账'
    case 'over':
      return `${free}，可以重新${what === 'redemption' ? '兑换' : '接龙'}`
    case 'returned':
      return `这笔付得晚了，${free}，钱会原路退回微信`
    default:
      return ''
  }
}
