import { View } from '@tarojs/components'
import Taro, { useLoad, usePullDownRefresh, useRouter, useUnload } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { Notice, PageState } from '../../page-state'
import { Bone, Bones } from '../../parts/bone'
import { ForManagers } from '../../session/for-managers'
import { forgetMember, loadMember, memberStore, type ShownMember } from '../member.store'
import { HeadCard } from './head-card'
import './index.scss'
import { Notes } from './notes'
import { PointsCard } from './points-card'
import { Coupons, Gifts, Purchases, Redemptions } from './rows'

/** All of one member, for a manager. `?memberNumber=` says of whom. */
export default function MemberPage(): ReactNode {
  const { memberNumber = '' } = useRouter().params
  const load = () => loadMember(memberNumber)
  useLoad(() => {
    load()
  })
  usePullDownRefresh(() => {
    load().then(() => Taro.stopPullDownRefresh())
  })
  useUnload(forgetMember)
  return (
    <ForManagers className="member-page" skeleton={<MemberBones />}>
      {() => <Shown onRetry={load} />}
    </ForManagers>
  )
}

function Shown({ onRetry }: { onRetry(): void }): ReactNode {
  const shown = useStore(memberStore)
  const { data, trouble } = shown
  if (data === null && trouble?.code === 'MEMBER_NOT_FOUND') {
    return (
      <Notice icon="member" title={trouble.message} text="请核对会员号，或者回上一页用昵称找" />
    )
  }
  if (data === null && trouble?.code === 'LOOKUPS_USED') {
    return <Notice icon="notice" title="今天先到这里" text={trouble.message} />
  }
  return (
    <PageState shown={shown} skeleton={<MemberBones />} onRetry={onRetry}>
      {(member) => <Parts member={member} />}
    </PageState>
  )
}

function Parts({ member }: { member: ShownMember }): ReactNode {
  return (
    <>
      <HeadCard member={member} />
      <PointsCard member={member} />
      <Notes notes={member.notes} />
      <Purchases member={member} />
      <Coupons member={member} />
      <Redemptions member={member} />
      <Gifts member={member} />
      <View className="soft member-kept">每次查看会员都会留下记录：谁、什么时候</View>
    </>
  )
}

function MemberBones(): ReactNode {
  return (
    <>
      <Bone shape="hero" />
      <Bones shape="row" count={4} />
    </>
  )
}
