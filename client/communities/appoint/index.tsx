import { COMMUNITY_NAME_MAX_LENGTH } from '@shared/limits'
import { View } from '@tarojs/components'
import { useUnload } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { Notice } from '../../page-state'
import { Bone } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { Chips } from '../../parts/chips'
import { Field } from '../../parts/field'
import { Refused } from '../../parts/refused'
import { refusedText } from '../../parts/refused-text'
import { readCode } from '../../parts/scanned-code'
import { goBack } from '../../routes'
import { ForManagers } from '../../session/for-managers'
import type { Roles } from '../../session/for-role'
import { appointStore } from '../communities.store'
import { OwnerCode } from '../owner-code'
import './index.scss'

/** A new community of a store, and who looks after it. */
export default function CommunityAppointPage(): ReactNode {
  const { answer, close } = useStore(appointStore)
  useUnload(close)
  return (
    <ForManagers className="community-appoint" skeleton={<Bone shape="hero" />}>
      {(me) => (answer ? <Appointed /> : <AppointForm me={me} />)}
    </ForManagers>
  )
}

function AppointForm({ me }: { me: Roles }): ReactNode {
  const stores = me.stores.filter(({ role }) => role === 'manager')
  const [name, setName] = useState('')
  const [storeId, setStoreId] = useState(stores[0]?.storeId ?? '')
  const [typed, setTyped] = useState('')
  const { sending, refused, open, send } = useStore(appointStore)
  const code = readCode(typed)
  const isReady = name.trim() !== '' && storeId !== '' && code.kind === 'member'
  const appoint = () => {
    if (code.kind !== 'member') return
    open({ name: name.trim(), storeId, memberCode: code.memberCode })
    send()
  }
  return (
    <>
      <View className="card">
        <Field
          name="community-title"
          label="社群名称"
          value={name}
          placeholder="例如：3 号楼邻里群"
          maxLength={COMMUNITY_NAME_MAX_LENGTH}
          onChange={setName}
        />
        {stores.length > 1 && (
          <>
            <View className="soft appoint-store-label">属于哪家门店</View>
            <Chips
              name="appoint-store"
              label="属于哪家门店"
              chips={stores.map((store) => ({ value: store.storeId, label: store.name }))}
              chosen={[storeId]}
              onTap={setStoreId}
            />
          </>
        )}
        <OwnerCode value={typed} onChange={setTyped} />
        <View className="soft">团长要先入会；任命后，团长的“我的”里会有团长工作台</View>
      </View>
      <Refused
        className="community-appoint-refused"
        message={refused ? refusedText(refused) : null}
      />
      <BigButton
        className="community-appoint-confirm"
        busy={sending}
        disabled={!isReady}
        onTap={appoint}
      >
        任命团长
      </BigButton>
    </>
  )
}

function Appointed(): ReactNode {
  return (
    <Notice
      icon="check"
      title="社群建好了"
      text="请团长打开“我的”里的团长工作台，把绑定卡片发到群里点开"
    >
      <BigButton className="community-appoint-done" onTap={() => goBack()}>
        好的
      </BigButton>
    </Notice>
  )
}
