import { Text, View } from '@tarojs/components'
import { useLoad, useRouter, useUnload } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { OutputAt } from '../../api'
import { serverNow } from '../../clock'
import { Notice, PageState } from '../../page-state'
import { Bone, Bones } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { Line } from '../../parts/line'
import { nearText } from '../../parts/list-time'
import {
  belowWords,
  itemText,
  paymentWords,
  priceText,
  quantityText,
  shortageWords,
} from '../../parts/list-words'
import { Refused } from '../../parts/refused'
import { refusedText } from '../../parts/refused-text'
import { StoredPicture } from '../../parts/stored-picture'
import { goBack, replaceWith, routes } from '../../routes'
import { ForCommunityDesk } from '../../session/for-community'
import { waitingText } from '../list-words'
import { publishStore } from '../owned.store'
import type { DraftPlan } from '../plan-form'
import { previewStore } from '../preview.store'
import './index.scss'

/** A draft as neighbours will see it, and the one tap that publishes it. `?listId=` */
export default function ListPreviewPage(): ReactNode {
  const { listId = '' } = useRouter().params
  const shown = useStore(previewStore)
  const answer = useStore(publishStore, (state) => state.answer)
  const reload = () => previewStore.getState().load({ listId })
  useLoad(() => {
    previewStore.setState(previewStore.getInitialState())
    publishStore.getState().open({ listId })
    reload()
  })
  useUnload(() => publishStore.getState().close())
  return (
    <ForCommunityDesk className="list-preview">
      {() =>
        answer ? (
          <Published answer={answer} />
        ) : (
          <PageState
            shown={shown}
            skeleton={
              <>
                <Bone shape="hero" />
                <Bones shape="row" count={4} />
              </>
            }
            onRetry={reload}
          >
            {({ plan }) => <Preview plan={plan} />}
          </PageState>
        )
      }
    </ForCommunityDesk>
  )
}

function Preview({ plan }: { plan: DraftPlan }): ReactNode {
  const { sending, refused, send } = useStore(publishStore)
  const { title, words = '', pictures = [], items } = plan
  return (
    <>
      <View className="card">
        {pictures[0] !== undefined && (
          <StoredPicture file={pictures[0]} label={title} shape="wide" />
        )}
        <View className="preview-title">{title}</View>
        {words !== '' && <View className="preview-words">{words}</View>}
      </View>
      <View className="card">
        <View className="card-title">这次有</View>
        {items.map((item) => (
          <PreviewItem key={`${item.name}-${item.spec ?? ''}`} item={item} />
        ))}
      </View>
      <Promises plan={plan} />
      <Refused className="publish-refused" message={refused ? refusedText(refused) : null} />
      <BigButton className="list-publish" busy={sending} onTap={() => send()}>
        {refused ? '再试一次' : '发布'}
      </BigButton>
      <View
        className="confirm-keep preview-back"
        role="button"
        hoverClass="touched"
        onClick={() => goBack()}
      >
        回去再改改
      </View>
    </>
  )
}

function PreviewItem({ item }: { item: DraftPlan['items'][number] }): ReactNode {
  const { name, spec, priceFen, memberPriceFen, stockCount, limitPerMember, unit = 'piece' } = item
  const notes = [
    stockCount === undefined ? '不限量' : `一共 ${quantityText(stockCount, unit)}`,
    ...(limitPerMember === undefined ? [] : [`每人限 ${quantityText(limitPerMember, unit)}`]),
  ]
  return (
    <View className="preview-item figures">
      <View className="preview-item-words">
        <View>{itemText({ name, spec: spec ?? null })}</View>
        <View className="soft">{notes.join(' · ')}</View>
      </View>
      <View className="preview-prices">
        <View className="preview-price">¥{priceText(memberPriceFen ?? priceFen, unit)}</View>
        {memberPriceFen !== undefined && (
          <Text className="soft">非会员 ¥{priceText(priceFen, unit)}</Text>
        )}
      </View>
    </View>
  )
}

function Promises({ plan }: { plan: DraftPlan }): ReactNode {
  const { opensAt, cutOffAt, pickupPoints, payment, threshold, shortage, repeatWeekly } = plan
  const now = serverNow()
  return (
    <View className="card preview-promises">
      <Line label="开始" value={opensAt === undefined ? '发布就开始' : nearText(opensAt, now)} />
      <Line label="截单" value={nearText(cutOffAt, now)} strong />
      {pickupPoints.map(({ name, hours = '' }) => (
        <Line key={name} label="自提" value={hours === '' ? name : `${name}，${hours}`} />
      ))}
      <Line label="付款" value={paymentWords[payment]} />
      {threshold && (
        <Line label="成团" value={`满 ${threshold.count} 份，${belowWords[threshold.below]}`} />
      )}
      <Line label="缺货" value={shortageWords[shortage]} />
      {repeatWeekly && <Line label="重复" value="每周自动再开一单" />}
    </View>
  )
}

function Published({ answer }: { answer: OutputAt<'lists.publish'> }): ReactNode {
  const { listId, state } = answer
  const isWaiting = state === 'waiting'
  return (
    <Notice
      icon="check"
      title={isWaiting ? '等审核' : '发布好了'}
      text={isWaiting ? waitingText(answer) : '发到群里，邻居点开卡片就能接'}
    >
      <BigButton
        className="published-go"
        onTap={() => replaceWith(isWaiting ? routes.listKept : routes.list, { listId })}
      >
        {isWaiting ? '好的' : '去发到群里'}
      </BigButton>
    </Notice>
  )
}
