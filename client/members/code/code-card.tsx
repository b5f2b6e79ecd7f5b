import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { BigButton } from '../../parts/button'
import { BarPicture, QrPicture } from '../../parts/code-picture'
import { Icon } from '../../parts/icon'
import { loadCodes } from '../code.store'
import { type CodeStep, codeGroups, turnOf } from '../held-codes'

interface CodeCardProps {
  /** Null: the codes that the phone held are used up. */
  code: CodeStep | null
  now: number
  offline: boolean
}

/** Stays white at night: scanners want black on white. */
export function CodeCard({ code, now, offline }: CodeCardProps): ReactNode {
  const [large, setLarge] = useState(false)
  if (!code) return <UsedUp />
  const { memberCode } = code
  return (
    <View className="code-card member-code" data-code={memberCode}>
      <View className="code-bars">
        <BarPicture digits={memberCode} />
      </View>
      <View
        className="code-qr"
        role="button"
        aria-label="放大会员码"
        onClick={() => setLarge(true)}
      >
        <QrPicture text={memberCode} label="会员码" />
      </View>
      <View className="code-digits figures" aria-label={memberCode}>
        {codeGroups(memberCode).join(' ')}
      </View>
      <Turn code={code} now={now} offline={offline} />
      {large && (
        <View className="code-large" role="button" onClick={() => setLarge(false)}>
          <View className="code-large-qr">
            <QrPicture text={memberCode} label="会员码" />
          </View>
          <Text className="code-large-note">点一下缩小</Text>
        </View>
      )}
    </View>
  )
}

interface TurnProps {
  code: CodeStep
  now: number
  offline: boolean
}

function Turn({ code, now, offline }: TurnProps): ReactNode {
  const { seconds, part } = turnOf(code, now)
  const degrees = Math.round(part * 360)
  const sweep = `conic-gradient(#c8401c ${degrees}deg, #f3ece2 ${degrees}deg)`
  return (
    <View className="code-turn">
      <View className="code-ring" style={{ background: sweep }} aria-hidden>
        <Text className="code-seconds figures">{seconds}</Text>
      </View>
      <Text className="code-turn-text">
        {offline ? '没有网络也能用，五分钟内照常更换' : '秒后自动更换，截图无效'}
      </Text>
    </View>
  )
}

function UsedUp(): ReactNode {
  return (
    <View className="code-card code-used-up">
      <View className="code-grey">
        <Icon name="offline" size={72} />
        <Text className="code-grey-title">会员码需要联网刷新</Text>
        <Text className="code-grey-text">为了您的积分安全，离线五分钟后不再显示</Text>
      </View>
      <BigButton className="code-refresh" onTap={loadCodes}>
        联网刷新
      </BigButton>
    </View>
  )
}
