import { MAX_PAID_POINTS } from '@shared/limits'
import { readWhole } from '@shared/reading/whole'
import { Text, View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { serverNow } from '../../clock'
import { countText, shortYuan, yuanText } from '../../format'
import { BigButton } from '../../parts/button'
import { Field } from '../../parts/field'
import { useLooking } from '../../parts/looking'
import { Sheet } from '../../parts/sheet'
import { type Till, tillStore } from '../../session/till.store'
import { pointsStore } from '../points.store'
import './points-sheet.scss'

const LOOK_EVERY_MS = 2_000

interface PointsSheetProps {
  open: boolean
  onClose(): void
}

/** What the option says; null in a shop where points pay nothing. */
export function pointsLabelOf({ quote, proposal }: Till): string | null {
  if (proposal?.state === 'waiting') return '等会员确认'
  if (proposal?.state === 'confirmed') return `积分 −${shortYuan(proposal.offFen)}`
  if (proposal) return '会员没同意'
  if (!quote?.pointsRoom) return null
  return quote.pointsRoom.blockedBy ? '积分不可抵' : '积分可抵'
}

/** Staff propose a number; the member says yes or no on her own phone. */
export function PointsSheet({ open, onClose }: PointsSheetProps): ReactNode {
  const { proposal, quote, quoting } = useStore(tillStore)
  useLooking(pointsStore.getState().look, LOOK_EVERY_MS, proposal?.state === 'waiting')
  return (
    <Sheet open={open} title="积分抵扣" onClose={onClose}>
      {proposal ? (
        <Asked proposal={proposal} onClose={onClose} />
      ) : quote?.pointsRoom && !quoting ? (
        <Asking key={quote.pointsRoom.maxPoints} room={quote.pointsRoom} onClose={onClose} />
      ) : (
        <View className="points-note">正在计算…</View>
      )}
    </Sheet>
  )
}

type Room = NonNullable<NonNullable<Till['quote']>['pointsRoom']>

function Asking({ room, onClose }: { room: Room; onClose(): void }): ReactNode {
  const { minPoints, maxPoints, stepPoints, pointsPerYuan, blockedBy } = room
  const [typed, setTyped] = useState(String(maxPoints))
  const { sending, refused, propose } = useStore(pointsStore)
  const read = readWhole(typed, { most: MAX_PAID_POINTS })
  const points = read.ok ? read.value : 0
  const isFine = points >= minPoints && points <= maxPoints && points % stepPoints === 0
  if (blockedBy) {
    return (
      <>
        <View className="points-note points-blocked">{whyNot[blockedBy]}</View>
        <BigButton tone="quiet" onTap={onClose}>
          知道了
        </BigButton>
      </>
    )
  }
  const step = stepPoints > 1 ? `，${stepPoints} 的倍数` : ''
  const range = `可用 ${countText(minPoints)}–${countText(maxPoints)} 积分${step}`
  const off = isFine ? `，抵 ¥${yuanText(fenOf(points, pointsPerYuan))}` : ''
  return (
    <>
      <Field
        name="points-typed"
        reads="count"
        label="用积分"
        value={typed}
        placeholder={String(maxPoints)}
        onChange={setTyped}
      />
      <View className="points-note figures" role={refused ? 'alert' : 'none'}>
        {refused?.message ?? `${range}${off}`}
      </View>
      <BigButton
        className="points-propose"
        busy={sending}
        disabled={!isFine}
        onTap={() => propose(points)}
      >
        请会员在手机上确认
      </BigButton>
    </>
  )
}

interface AskedProps {
  proposal: NonNullable<Till['proposal']>
  onClose(): void
}

function Asked({ proposal, onClose }: AskedProps): ReactNode {
  const { state, points, offFen, payableFen, untilAt } = proposal
  const isOver = state === 'waiting' && serverNow() >= untilAt
  const drop = () => {
    tillStore.getState().setProposal(null)
    onClose()
  }
  return (
    <>
      <View className={`points-state points-${state}`}>
        <View className="points-headline">
          {isOver ? '等太久了，请重新发起' : headlines[state]}
        </View>
        <View className="figures">
          <Text>
            {countText(points)} 积分抵 ¥{yuanText(offFen)}，还收 ¥{yuanText(payableFen)}
          </Text>
        </View>
        {state === 'waiting' && !isOver && (
          <View className="points-note">请会员打开会员码页面，那里会跳出确认</View>
        )}
      </View>
      {state === 'confirmed' && (
        <BigButton className="points-done" onTap={onClose}>
          好，去收款
        </BigButton>
      )}
      <BigButton tone="quiet" className="points-drop" onTap={drop}>
        不用积分
      </BigButton>
    </>
  )
}

const headlines = {
  waiting: '等会员确认…',
  confirmed: '会员已确认',
  declined: '会员选择不用积分',
  used: '已经用过了',
} as const

const whyNot = {
  frozen: '会员的积分暂停使用，请联系店长',
  debt: '会员还有欠积分，暂时不能抵扣',
  balance: '会员的积分还不够起用数',
  bill: '这笔金额太小，不够用积分',
} as const

/** As the server reckons it: whole fen, rounded down. */
function fenOf(points: number, pointsPerYuan: number): number {
  return Math.floor((points * 100) / pointsPerYuan)
}
