import { Image, Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './page-state.scss'
import { BigButton } from './parts/button'
import { Icon } from './parts/icon'
import type { Shown, Trouble } from './reading'
import { open, routes } from './routes'

interface PageStateProps<T> {
  shown: Shown<T>
  /** Grey bones of the same shape as the content. */
  skeleton: ReactNode
  onRetry(): void
  children(data: T): ReactNode
}

/**
 * The one way a page shows what it read: bones while nothing is there, the content as soon as
 * something is, a banner above old content when the newest answer is missing, and a card with the
 * next step when there is nothing to show at all.
 */
export function PageState<T>({ shown, skeleton, onRetry, children }: PageStateProps<T>): ReactNode {
  const { data, trouble } = shown
  if (data !== null) {
    return (
      <>
        {trouble && <TroubleBanner trouble={trouble} onRetry={onRetry} />}
        {children(data)}
      </>
    )
  }
  if (trouble) return <TroubleCard trouble={trouble} onRetry={onRetry} />
  return <View aria-label="正在加载">{skeleton}</View>
}

interface TroubleProps {
  trouble: Trouble
  onRetry(): void
}

/** Above content that may be old. */
export function TroubleBanner({ trouble, onRetry }: TroubleProps): ReactNode {
  const text = trouble.code === 'OFFLINE' ? '网络不太顺畅，先显示上次的内容' : trouble.message
  return (
    <View className="trouble-banner" onClick={onRetry} hoverClass="touched">
      <Icon name="offline" size={36} />
      <Text className="trouble-text">{text}</Text>
      <Text className="trouble-retry">重试</Text>
    </View>
  )
}

function TroubleCard({ trouble, onRetry }: TroubleProps): ReactNode {
  const offline = trouble.code === 'OFFLINE'
  const stranger = trouble.code === 'MEMBER_REQUIRED'
  const merged = trouble.code === 'MEMBERSHIP_MERGED'
  const known = merged ? '会员身份已合并' : '暂时打不开'
  const title = offline ? '连不上网络' : stranger ? '入会后就能使用' : known
  return (
    <Notice icon={offline ? 'offline' : 'member'} title={title} text={trouble.message}>
      {stranger ? (
        <BigButton className="trouble-join" onTap={() => open(routes.join)}>
          去入会
        </BigButton>
      ) : (
        <BigButton className="trouble-again" tone="quiet" onTap={onRetry}>
          再试一次
        </BigButton>
      )}
    </Notice>
  )
}

interface NoticeProps {
  icon: string
  /** A drawing in the icon's place, where a whole page is empty. */
  picture?: string
  title: string
  text: string
  /** The next step, if there is one. */
  children?: ReactNode
}

/** A quiet page of its own: nothing here yet, not open yet, or a "no" with its next step. */
export function Notice({ icon, picture, title, text, children }: NoticeProps): ReactNode {
  return (
    <View className="notice">
      {picture ? (
        <Image className="notice-picture" src={picture} nativeProps={{ alt: '' }} />
      ) : (
        <View className="notice-seal">
          <Icon name={icon} size={72} />
        </View>
      )}
      <View className="notice-title">{title}</View>
      <View className="notice-text">{text}</View>
      {children && <View className="notice-step">{children}</View>}
    </View>
  )
}
