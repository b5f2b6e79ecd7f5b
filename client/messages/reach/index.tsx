import { templates } from '@shared/messages/template'
import { View } from '@tarojs/components'
import { useDidShow } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { PageState } from '../../page-state'
import { Bones } from '../../parts/bone'
import { Row } from '../../parts/row'
import { ForManagers } from '../../session/for-managers'
import { loadReach, type ReachRow, reachStore } from '../reach.store'
import './index.scss'

/** Before a launch: how many hear of it in their inbox, and how many by WeChat as well. */
export default function ReachPage(): ReactNode {
  const shown = useStore(reachStore)
  useDidShow(() => {
    loadReach()
  })
  return (
    <ForManagers className="reach-page">
      {() => (
        <>
          <View className="reach-why">
            会员同意一次，微信才让我们通知一次。发给全体会员的消息，今天能送到微信的有这些：
          </View>
          <PageState shown={shown} skeleton={<Bones shape="row" count={6} />} onRetry={loadReach}>
            {(rows) => (
              <View className="card rows">
                {rows.map((row) => (
                  <Kind key={row.templateKey} row={row} />
                ))}
              </View>
            )}
          </PageState>
        </>
      )}
    </ForManagers>
  )
}

function Kind({ row }: { row: ReachRow }): ReactNode {
  const { templateKey, sentence, hasTemplate } = row
  return (
    <Row
      className={`reach-kind reach-kind-${templateKey}`}
      title={templates[templateKey].title}
      notes={[hasTemplate ? sentence : '还没在微信后台选模板，只进收件箱']}
    />
  )
}
