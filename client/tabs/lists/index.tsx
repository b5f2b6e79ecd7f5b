import { View } from '@tarojs/components'
import { useShareAppMessage } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import shopfront from '../../assets/empty.png'
import { cardsStore, loadCards, look, type Which, whichStore } from '../../lists/lists.store'
import { Notice } from '../../page-state'
import { Bone } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { Page } from '../../parts/page'
import { PagedList, usePagedList } from '../../parts/paged-list'
import { Segments } from '../../parts/segments'
import { open, type Route, routes } from '../../routes'
import type { Roles } from '../../session/for-role'
import { rolesStore } from '../../session/roles.store'
import { Card } from './card'
import './index.scss'

const views = [
  { value: 'running', label: '进行中' },
  { value: 'coming', label: '即将开始' },
  { value: 'over', label: '已结束' },
  { value: 'mine', label: '我的' },
] as const

/** What neighbours order together, by what may be done with it now. */
export default function ListsTab(): ReactNode {
  const which = useStore(whichStore, (state) => state.which)
  const mayBegin = useStore(rolesStore, ({ data }) => data !== null && isDesk(data))
  usePagedList(cardsStore, loadCards)
  useShareAppMessage(() => ({ title: '和邻居一起接龙，到店自提', path: routes.lists }))
  return (
    <Page className="lists-page">
      <Segments<Which> className="lists-views" choices={views} chosen={which} onChoose={look} />
      <View className="lists-ways">
        {which === 'mine' && <Way name="lists-pickups" to={routes.listPickups} words="去自提" />}
        {mayBegin && <Way name="lists-desk" to={routes.listDesk} words="发起、管理接龙" />}
      </View>
      <PagedList
        list={cardsStore}
        skeleton={<CardBones />}
        empty={<Empty which={which} />}
        onRetry={loadCards}
      >
        {(cards) => cards.map((card) => <Card key={card.listId} card={card} />)}
      </PagedList>
    </Page>
  )
}

function isDesk({ communityOwner, isManager }: Roles): boolean {
  return communityOwner || isManager
}

function Way({ name, to, words }: { name: string; to: Route; words: string }): ReactNode {
  return (
    <View
      className={`lists-way ${name}`}
      role="button"
      hoverClass="touched"
      onClick={() => open(to)}
    >
      {words}
    </View>
  )
}

const emptyWords: Readonly<Record<Which, readonly [title: string, text: string]>> = {
  running: ['现在没有进行中的接龙', '新的一单开始时，会在群里和这里告诉您'],
  coming: ['还没有预告的接龙', '定好时间的接龙会先出现在这里'],
  over: ['还没有结束的接龙', '截单之后的接龙会收在这里'],
  mine: ['您还没有接过龙', '接过的每一单都会收在这里，到货后从这里自提'],
}

function Empty({ which }: { which: Which }): ReactNode {
  const [title, text] = emptyWords[which]
  const roles = useStore(rolesStore, (state) => state.data)
  const mayBegin = roles !== null && isDesk(roles)
  return (
    <Notice icon="lists" picture={shopfront} title={title} text={text}>
      {mayBegin ? (
        <BigButton className="lists-begin" onTap={() => open(routes.listDesk)}>
          发起接龙
        </BigButton>
      ) : which === 'mine' ? (
        <BigButton className="lists-look" tone="quiet" onTap={() => look('running')}>
          看看进行中的
        </BigButton>
      ) : null}
    </Notice>
  )
}

function CardBones(): ReactNode {
  return (
    <>
      <Bone shape="card" />
      <Bone shape="card" />
      <Bone shape="card" />
    </>
  )
}
