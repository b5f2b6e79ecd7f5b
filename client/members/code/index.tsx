import { Text, View } from '@tarojs/components'
import { useDidHide, useDidShow, useUnload } from '@tarojs/taro'
import { type ReactNode, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { OutputAt } from '../../api'
import { countText } from '../../format'
import { PageState } from '../../page-state'
import { Avatar } from '../../parts/avatar'
import { Bone } from '../../parts/bone'
import { lookEvery } from '../../parts/looking'
import { Page } from '../../parts/page'
import { open, routes } from '../../routes'
import { useServerNow } from '../../session/use-server-now'
import { codeStore, loadCodes } from '../code.store'
import { heldCodeAt } from '../held-codes'
import { CodeCard } from './code-card'
import './index.scss'
import { ProposalConfirmed, ProposalSheet } from './proposal-sheet'
import { brighten, dim } from './screen-light'
import { SettledSheet } from './settled-sheet'

/** Often enough that success shows while the shopper still looks at her phone. */
const POLL_MS = 3_000

/** Her code for the till. It turns by itself and goes on for minutes without network. */
export default function CodePage(): ReactNode {
  const shown = useStore(codeStore)
  useShownPage()
  const trouble = shown.data ? null : shown.trouble
  return (
    <Page className="code-page">
      <PageState
        shown={{ data: shown.data, loading: shown.loading, trouble }}
        skeleton={<Bone shape="code" />}
        onRetry={loadCodes}
      >
        {(codes) => <CodeContent codes={codes} offline={shown.trouble !== null} />}
      </PageState>
      <ProposalSheet />
      <SettledSheet />
    </Page>
  )
}

/** While the page is looked at: bright, awake and polling. */
function useShownPage(): void {
  const [visible, setVisible] = useState(true)
  useDidShow(() => {
    setVisible(true)
    brighten()
  })
  useDidHide(() => {
    setVisible(false)
    dim()
  })
  useUnload(dim)
  useEffect(() => {
    if (!visible) return
    loadCodes()
    return lookEvery(loadCodes, POLL_MS)
  }, [visible])
}

interface CodeContentProps {
  codes: OutputAt<'members.code'>
  offline: boolean
}

function CodeContent({ codes, offline }: CodeContentProps): ReactNode {
  const now = useServerNow(500)
  return (
    <>
      <View className="code-head">
        <Avatar avatar={codes.avatar} />
        <Text className="code-name one-line">{codes.nickname}</Text>
      </View>
      <ProposalConfirmed proposal={codes.proposal} />
      <CodeCard code={heldCodeAt(codes.codes, now)} now={now} offline={offline} />
      <View className="card code-facts">
        <View className="code-fact" onClick={() => open(routes.points)} hoverClass="touched">
          <Text className="code-figure figures code-balance">{countText(codes.balancePoints)}</Text>
          <Text className="soft">可用积分</Text>
        </View>
        <View className="code-fact" onClick={() => open(routes.wallet)} hoverClass="touched">
          <Text className="code-figure figures">{codes.usableCouponCount}</Text>
          <Text className="soft">张可用优惠券</Text>
        </View>
      </View>
    </>
  )
}
