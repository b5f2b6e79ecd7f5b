import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { Notice, PageState } from '../../page-state'
import { Bones } from '../../parts/bone'
import { Page } from '../../parts/page'
import { Row } from '../../parts/row'
import { askPermits, loadPermits, type Permits, permitsStore } from '../../session/permits.store'
import './index.scss'
import { kindNotes, leftText } from './reminder-words'

/** What comes by WeChat as well as into the inbox, how often still, and how to get more. */
export default function RemindersPage(): ReactNode {
  const shown = useStore(permitsStore)
  useDidShow(() => {
    loadPermits()
  })
  return (
    <Page className="reminders-page">
      <PageState shown={shown} skeleton={<Bones shape="row" count={5} />} onRetry={loadPermits}>
        {(permits) => <Kinds permits={permits} />}
      </PageState>
    </Page>
  )
}

/** What the shop has no template for is never sent: there is nothing to say of it. */
function Kinds({ permits }: { permits: Permits }): ReactNode {
  const kinds = permits.permits.filter(({ templateId }) => templateId !== null)
  if (kinds.length === 0) {
    return (
      <Notice icon="notice" title="店里还没开通微信提醒" text="所有消息都在收件箱里，一条不少" />
    )
  }
  return (
    <>
      <View className="reminders-why">
        微信规定：您同意一次，我们只能提醒您一次。攒几次，重要的消息就不会错过；没攒也没关系，消息都在收件箱里。
      </View>
      <View className="card rows">
        {kinds.map(({ templateKey, title, leftCount }) => (
          <Row
            key={templateKey}
            className={`reminder-kind reminder-kind-${templateKey}`}
            title={title}
            notes={[kindNotes[templateKey]]}
            aside={
              <View className="reminders-aside">
                <View className={`figures ${leftCount > 0 ? 'reminders-left' : 'soft'}`}>
                  {leftText(leftCount)}
                </View>
                <View
                  className="reminders-more"
                  role="button"
                  aria-label={`${title}再加一次`}
                  hoverClass="touched"
                  onClick={() => askPermits([templateKey])}
                >
                  加一次
                </View>
              </View>
            }
          />
        ))}
      </View>
      <View className="reminders-rules soft">
        晚上九点到早上九点，除了自提、退换和接龙，不会打扰您。
      </View>
    </>
  )
}
