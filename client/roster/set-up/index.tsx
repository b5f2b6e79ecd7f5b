import { SETUP_CODE_MAX_LENGTH, SHORT_TEXT_MAX_LENGTH } from '@shared/limits'
import { plainText } from '@shared/reading/fold'
import { View } from '@tarojs/components'
import { useUnload } from '@tarojs/taro'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { Notice } from '../../page-state'
import { BigButton } from '../../parts/button'
import { Field } from '../../parts/field'
import { Page } from '../../parts/page'
import { RefusalSheet } from '../../parts/refusal-sheet'
import { open as openPage, replaceWith, routes } from '../../routes'
import { setUpStore } from '../appoint.store'
import './index.scss'

const joinFirst = { label: '去入会', onTap: () => openPage(routes.join) }

/** Printed by the deployment; a mail or a chat may have put blanks between its groups. */
function codeIn(typed: string): string {
  return plainText(typed).replace(/\s/g, '').toUpperCase()
}

/** The first owner of an empty shop, by the one-time code that the deployment printed. */
export default function SetUpPage(): ReactNode {
  const [setupCode, setSetupCode] = useState('')
  const [displayName, setDisplayName] = useState('')
  const { sending, answer, refused, open, send, close } = useStore(setUpStore)
  useUnload(close)
  const ready = setupCode.trim() !== '' && displayName.trim() !== ''
  const confirm = () => {
    open({ setupCode: codeIn(setupCode), displayName: displayName.trim() })
    send()
  }
  if (answer) {
    return (
      <Page>
        <Notice icon="check" title="开店成功" text={`${answer.displayName}，您是本店的店主`}>
          <BigButton className="set-up-done" onTap={() => replaceWith(routes.shopFacts)}>
            写上店名和门店
          </BigButton>
          <BigButton tone="quiet" onTap={() => replaceWith(routes.manager)}>
            去店长工作台
          </BigButton>
        </Notice>
      </Page>
    )
  }
  return (
    <Page className="set-up-page">
      <View className="set-up-words">输入开店码，成为本店的店主</View>
      <View className="card">
        <Field
          name="set-up-code"
          label="开店码"
          value={setupCode}
          placeholder="只能用一次"
          maxLength={SETUP_CODE_MAX_LENGTH * 2}
          onChange={setSetupCode}
        />
        <Field
          name="set-up-name"
          label="工作姓名"
          value={displayName}
          placeholder="会员和同事看到的名字"
          maxLength={SHORT_TEXT_MAX_LENGTH}
          onChange={setDisplayName}
        />
      </View>
      <BigButton className="set-up-confirm" busy={sending} disabled={!ready} onTap={confirm}>
        开店
      </BigButton>
      <RefusalSheet
        message={refused?.message ?? null}
        {...(refused?.code === 'MEMBER_REQUIRED' ? { step: joinFirst } : {})}
        onClose={close}
      />
    </Page>
  )
}
