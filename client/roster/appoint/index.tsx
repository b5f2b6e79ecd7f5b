import { SHORT_TEXT_MAX_LENGTH } from '@shared/limits'
import { View } from '@tarojs/components'
import { useUnload } from '@tarojs/taro'
import { type ReactNode, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { OutputAt } from '../../api'
import { Notice } from '../../page-state'
import { Bone } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { hasCamera, scanWithCamera } from '../../parts/camera'
import { Field } from '../../parts/field'
import { onPointedCode } from '../../parts/pointed-code'
import { RefusalSheet } from '../../parts/refusal-sheet'
import { readCode } from '../../parts/scanned-code'
import { routes } from '../../routes'
import { backToScan } from '../../session/desk-pages'
import { ForManagers } from '../../session/for-managers'
import { appointStore } from '../appoint.store'
import { type Appointment, Choices } from './choices'
import './index.scss'

/** A manager adds a member to a store's staff, changes her role, or ends it. */
export default function AppointPage(): ReactNode {
  const { answer, refused, close } = useStore(appointStore)
  useUnload(close)
  return (
    <ForManagers className="appoint-page" skeleton={<Bone shape="hero" />}>
      {(me) => (
        <>
          {answer ? <Appointed answer={answer} /> : <AppointForm me={me} />}
          <RefusalSheet message={refused?.message ?? null} onClose={close} />
        </>
      )}
    </ForManagers>
  )
}

function AppointForm({ me }: { me: OutputAt<'staff.me'> }): ReactNode {
  const stores = me.stores.filter((store) => store.role === 'manager')
  const [typed, setTyped] = useState('')
  const [displayName, setDisplayName] = useState('')
  const [chosen, setChosen] = useState<Appointment>({
    storeId: stores[0]?.storeId ?? '',
    role: 'staff',
  })
  const { sending, open, send } = useStore(appointStore)
  useEffect(() => onPointedCode(routes.appoint, setTyped), [])
  const code = readCode(typed)
  const name = displayName.trim()
  const ready = code.kind === 'member' && chosen.storeId !== '' && (name || chosen.role === 'none')
  const scan = async () => setTyped((await scanWithCamera()) ?? typed)
  const confirm = () => {
    if (code.kind !== 'member') return
    open({ memberCode: code.memberCode, ...chosen, ...(name ? { displayName: name } : {}) })
    send()
  }
  if (stores.length === 0) {
    return <Notice icon="staff" title="只有店长可以任命" text="如需调整店员，请联系店长" />
  }
  return (
    <>
      <View className="card">
        <Field
          name="appoint-code"
          label="会员码"
          value={typed}
          reads="memberCode"
          placeholder="请对方出示会员码"
          onChange={setTyped}
        />
        {hasCamera && (
          <BigButton tone="quiet" className="appoint-scan" onTap={scan}>
            扫对方的会员码
          </BigButton>
        )}
        <Field
          name="appoint-name"
          label="工作姓名"
          value={displayName}
          placeholder="会员和同事看到的名字"
          maxLength={SHORT_TEXT_MAX_LENGTH}
          onChange={setDisplayName}
        />
        <Choices stores={stores} chosen={chosen} onChoose={setChosen} />
      </View>
      <BigButton className="appoint-confirm" busy={sending} disabled={!ready} onTap={confirm}>
        {chosen.role === 'none' ? '结束任命' : '确认任命'}
      </BigButton>
    </>
  )
}

function Appointed({ answer }: { answer: OutputAt<'staff.appoint'> }): ReactNode {
  const text =
    answer.isOwner || answer.stores.length > 0
      ? '对方打开小程序就能看到店员入口'
      : '对方不再负责任何门店'
  return (
    <Notice icon="check" title={`已更新 ${answer.displayName}`} text={text}>
      <BigButton className="appoint-done" onTap={backToScan}>
        返回工作台
      </BigButton>
    </Notice>
  )
}
