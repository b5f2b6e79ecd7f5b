import { View } from '@tarojs/components'
import { useLoad, useRouter, useUnload } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { Notice, PageState } from '../../page-state'
import { Bone } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { ForManagers } from '../../session/for-managers'
import {
  accountStore,
  adjustStore,
  freezeStore,
  lookUp,
  tagStore,
  unfreezeStore,
} from '../account.store'
import { FindMember } from '../find-member'
import { AccountCard } from './account-card'
import { AdjustSheet } from './adjust-sheet'
import { FreezeSheet } from './freeze-sheet'
import './index.scss'
import { LastEntries } from './last-entries'
import { Tags } from './tags'

/** One member's points: look, adjust by hand, freeze. `?memberNumber=` opens one at once. */
export default function AccountPage(): ReactNode {
  const { memberNumber: first = '' } = useRouter().params
  const [memberNumber, setMemberNumber] = useState(first)
  const { loading, data } = useStore(accountStore)
  const find = (number: string) => {
    setMemberNumber(number)
    lookUp(number)
  }
  useLoad(() => {
    if (first !== '') find(first)
  })
  useUnload(() => {
    for (const store of [adjustStore, freezeStore, unfreezeStore, tagStore]) {
      store.getState().close()
    }
  })
  return (
    <ForManagers className="account-page">
      {() => (
        <>
          <FindMember busy={loading} found={data !== null} onFound={find} />
          {memberNumber !== '' && <Found memberNumber={memberNumber} />}
        </>
      )}
    </ForManagers>
  )
}

function Found({ memberNumber }: { memberNumber: string }): ReactNode {
  const shown = useStore(accountStore)
  const [sheet, setSheet] = useState<'adjust' | 'freeze' | null>(null)
  const reload = () => lookUp(memberNumber)
  const close = () => setSheet(null)
  if (shown.data === null && shown.trouble?.code === 'MEMBER_NOT_FOUND') {
    return <Notice icon="member" title={shown.trouble.message} text="请核对会员码的前 8 位数字" />
  }
  return (
    <PageState shown={shown} skeleton={<Bone shape="hero" />} onRetry={reload}>
      {(account) => (
        <>
          <AccountCard account={account} memberNumber={memberNumber} />
          <View className="account-steps">
            <BigButton className="account-adjust" onTap={() => setSheet('adjust')}>
              调整积分
            </BigButton>
            <BigButton className="account-freeze" tone="quiet" onTap={() => setSheet('freeze')}>
              {account.frozen ? '恢复使用' : '暂停使用'}
            </BigButton>
          </View>
          <Tags account={account} memberNumber={memberNumber} />
          <LastEntries account={account} />
          {sheet === 'adjust' && <AdjustSheet memberNumber={memberNumber} onClose={close} />}
          {sheet === 'freeze' && <FreezeSheet memberNumber={memberNumber} onClose={close} />}
        </>
      )}
    </PageState>
  )
}
