import Taro, { useDidShow, useLoad, useRouter, useUnload } from '@tarojs/taro'
import { type ReactNode, useEffect } from 'react'
import { useStore } from 'zustand'
import { serverNow } from '../../clock'
import { Notice, PageState } from '../../page-state'
import { Bones } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { open, routes } from '../../routes'
import { ForCommunityDesk } from '../../session/for-community'
import type { Roles } from '../../session/for-role'
import { type Plannable, plannableStore } from '../community.store'
import { copyOf, type DropForm, emptyForm, formOf } from '../drop-form'
import { changeStore, type DropRow, dropsStore, loadDrops, scheduleStore } from '../drops.store'
import { type CouponChoice, couponChoices, templatesStore } from '../templates.store'
import './index.scss'
import { PlanForm } from './plan-form'

/**
 * A drop is planned by copying one: `?copy=` says which, else it is the last. `?change=` is one
 * that is planned and has not opened yet.
 */
export default function DropPlanPage(): ReactNode {
  const { change } = useRouter().params
  useLoad(() => {
    if (change) Taro.setNavigationBarTitle({ title: '改这一场' })
  })
  useDidShow(() => {
    loadDrops()
  })
  useUnload(() => {
    scheduleStore.getState().close()
    changeStore.getState().close()
  })
  return <ForCommunityDesk className="drop-plan">{(me) => <Planning me={me} />}</ForCommunityDesk>
}

function Planning({ me }: { me: Roles }): ReactNode {
  const { communityOwner, isManager } = me
  const drops = useStore(dropsStore)
  const places = useStore(plannableStore)
  const templates = useStore(templatesStore)
  const load = () => {
    loadDrops()
    plannableStore.getState().load({ communityOwner, isManager })
    templatesStore.getState().load({})
  }
  useEffect(() => {
    plannableStore.getState().load({ communityOwner, isManager })
    templatesStore.getState().load({})
  }, [communityOwner, isManager])
  const isReady = drops.head && places.head && templates.data
  const shown = {
    data: isReady ? places.rows : null,
    loading: drops.loading || places.loading || templates.loading,
    trouble: drops.trouble ?? places.trouble ?? templates.trouble,
  }
  return (
    <PageState shown={shown} skeleton={<Bones shape="row" count={6} />} onRetry={load}>
      {(communities) => (
        <Form
          communities={once(communities)}
          coupons={couponChoices(drops.rows, templates.data?.templates ?? [])}
          drops={drops.rows}
          isManager={isManager}
        />
      )}
    </PageState>
  )
}

/** Whoever owns a community of the store that she manages sees it once. */
function once(communities: readonly Plannable[]): readonly Plannable[] {
  const places = new Map(communities.map((community) => [community.communityId, community]))
  return [...places.values()]
}

interface FormProps {
  communities: readonly Plannable[]
  coupons: readonly CouponChoice[]
  drops: readonly DropRow[]
  isManager: boolean
}

function Form({ communities, coupons, drops, isManager }: FormProps): ReactNode {
  const { copy, change } = useRouter().params
  const named = drops.find(({ dropId }) => dropId === (change ?? copy))
  const usable = communities.filter(({ isPaused }) => !isPaused)
  const usableIds = usable.map(({ communityId }) => communityId)
  if ((change || copy) && !named) return <NoDrop />
  if (usable.length === 0) return <NoCommunity />
  if (coupons.length === 0) return <NoCoupon isManager={isManager} />
  const now = serverNow()
  const from = named ?? drops.find(({ state }) => state !== 'cancelled')
  const copied = from && copyOf(from, usableIds, now)
  const form =
    change && named ? formOf(named) : withCoupon(copied ?? emptyForm(usableIds, now), coupons)
  return (
    <PlanForm
      first={form}
      communities={usable}
      coupons={coupons}
      {...(change ? { dropId: change } : {})}
    />
  )
}

/** Where there is but one coupon, or the copied one is gone, the first is chosen. */
function withCoupon(form: DropForm, coupons: readonly CouponChoice[]): DropForm {
  const isThere = coupons.some(({ templateId }) => templateId === form.templateId)
  return isThere ? form : { ...form, templateId: coupons[0]?.templateId ?? '' }
}

function NoDrop(): ReactNode {
  return <Notice icon="notice" title="没有找到这一场" text="请从列表里重新打开" />
}

function NoCommunity(): ReactNode {
  return <Notice icon="member" title="现在没有可用的社群" text="社群建好或恢复之后，就能发一场了" />
}

function NoCoupon({ isManager }: { isManager: boolean }): ReactNode {
  return (
    <Notice
      icon="coupon"
      title="还没有可以发的券"
      text={isManager ? '先写一个券模板并发布' : '请店长先写一个券模板并发布，之后您就能用它发一场'}
    >
      {isManager && (
        <BigButton className="plan-no-coupon" onTap={() => open(routes.couponDesk)}>
          去写券模板
        </BigButton>
      )}
    </Notice>
  )
}
