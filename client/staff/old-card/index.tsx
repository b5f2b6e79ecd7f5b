import { readPhone } from '@shared/reading/phone'
import { View } from '@tarojs/components'
import { useUnload } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import type { InputAt } from '../../api'
import { countText } from '../../format'
import { BigButton } from '../../parts/button'
import { Field } from '../../parts/field'
import { RefusalSheet } from '../../parts/refusal-sheet'
import { readCode } from '../../parts/scanned-code'
import { deskStore, type Scanned } from '../../session/desk.store'
import { backToScan, isAboveTill } from '../../session/desk-pages'
import { ForStaff } from '../../session/for-staff'
import { tillStore } from '../../session/till.store'
import { claimStore, oldCardStore } from '../old-card.store'
import { ScanCard } from '../scan/scan-card'
import { Claimed } from './claimed'
import { Found } from './found'
import { OldCardRefused } from './old-card-refused'
import './index.scss'

type ClaimWish = InputAt<'openings.claimOpeningAtDesk'>

/** An old card's points for the member at the desk: looked at first, then handed over. */
export default function OldCardPage(): ReactNode {
  // Above a till it is about its member; from the scan page nobody has been scanned yet.
  const [member, setMember] = useState(() => (isAboveTill() ? tillStore.getState().scanned : null))
  const claimed = useStore(claimStore, ({ answer }) => answer)
  useUnload(() => {
    closeBoth()
    deskStore.getState().dismiss()
  })
  return (
    <ForStaff className="old-card-page">
      {() => (
        <>
          {claimed ? (
            <Claimed answer={claimed} />
          ) : member ? (
            <Card member={member} onRescan={() => setMember(null)} />
          ) : (
            <Scan onScanned={setMember} />
          )}
        </>
      )}
    </ForStaff>
  )
}

function Scan({ onScanned }: { onScanned(member: Scanned): void }): ReactNode {
  const { refused, dismiss } = useStore(deskStore)
  const take = async (text: string) => {
    const code = readCode(text)
    const { scan, refuse } = deskStore.getState()
    if (code.kind !== 'member') {
      refuse('会员码是 18 位数字，请核对后再输')
      return false
    }
    const scanned = await scan(code.memberCode)
    if (scanned) onScanned(scanned)
    return scanned !== null
  }
  return (
    <>
      <View className="card">
        <View className="card-title">先扫会员码</View>
        <View className="soft">扫了会员码，才知道旧卡上的积分转给哪位会员。</View>
      </View>
      <ScanCard codes="会员码" onCode={take} />
      <RefusalSheet title="没有扫成功" message={refused?.message ?? null} onClose={dismiss} />
    </>
  )
}

interface CardProps {
  member: Scanned
  onRescan(): void
}

function Card({ member, onRescan }: CardProps): ReactNode {
  const [phone, setPhone] = useState('')
  const look = useStore(oldCardStore)
  const claim = useStore(claimStore)
  const read = readPhone(phone)
  const readNumber = read.ok ? read.value : ''
  const wish = { ticket: member.ticket, storeId: member.storeId, phone: readNumber }
  const find = () => {
    look.open(wish)
    look.send()
  }
  const hand = () => handOver(wish, member)
  const found = look.answer && look.wish?.phone === readNumber ? look.answer : null
  return (
    <>
      <PhoneCard
        maskedName={member.maskedName}
        phone={phone}
        onChange={(typed) => {
          closeBoth()
          setPhone(typed)
        }}
      />
      {found ? (
        <Found found={found} busy={claim.sending} onClaim={hand} />
      ) : (
        <BigButton className="old-card-find" busy={look.sending} disabled={!read.ok} onTap={find}>
          查旧卡积分
        </BigButton>
      )}
      <OldCardRefused
        refused={look.refused ?? claim.refused}
        onRescan={() => {
          closeBoth()
          // The till's scan is the same one.
          if (isAboveTill()) backToScan()
          else onRescan()
        }}
        onRetry={look.refused ? find : hand}
        onClose={look.refused ? look.close : claim.close}
      />
    </>
  )
}

interface PhoneCardProps {
  maskedName: string
  phone: string
  onChange(phone: string): void
}

function PhoneCard({ maskedName, phone, onChange }: PhoneCardProps): ReactNode {
  return (
    <View className="card">
      <View className="card-title one-line">转给 {maskedName}</View>
      <View className="soft old-card-why">
        请会员出示旧卡，输入办卡时留的手机号。每位会员转一次，每张卡转一次。
      </View>
      <Field
        name="old-card-phone"
        reads="phone"
        label="手机号"
        value={phone}
        placeholder="旧卡上的 11 位号码"
        onChange={onChange}
      />
    </View>
  )
}

async function handOver(wish: ClaimWish, { ticket, maskedName }: Scanned): Promise<void> {
  const { open, send } = claimStore.getState()
  open(wish)
  await send()
  const { answer } = claimStore.getState()
  if (!answer) return
  const text = `老会员卡转入 ${countText(answer.points)} 积分`
  deskStore.getState().remember({ key: ticket, title: maskedName, text })
}

function closeBoth(): void {
  oldCardStore.getState().close()
  claimStore.getState().close()
}
