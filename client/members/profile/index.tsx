import { useDidShow } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { Notice, PageState } from '../../page-state'
import { Bone, Bones } from '../../parts/bone'
import { BigButton } from '../../parts/button'
import { Page } from '../../parts/page'
import { replaceWith, routes } from '../../routes'
import { homeStore, loadHome } from '../../session/home.store'
import './index.scss'
import { ProfileForm } from './profile-form'

/** Name, picture and birthday: all of them her choice, none of them needed. */
export default function ProfilePage(): ReactNode {
  const shown = useStore(homeStore)
  useDidShow(() => {
    if (homeStore.getState().data === null) loadHome()
  })
  return (
    <Page className="profile">
      <PageState shown={shown} skeleton={<ProfileBones />} onRetry={loadHome}>
        {(home) =>
          home.member ? <ProfileForm profile={home.member} todayOn={home.todayOn} /> : <JoinFirst />
        }
      </PageState>
    </Page>
  )
}

function JoinFirst(): ReactNode {
  return (
    <Notice icon="member" title="入会后再来填资料" text="入会只要一步，资料可以一直不填">
      <BigButton className="profile-join" onTap={() => replaceWith(routes.join)}>
        去入会
      </BigButton>
    </Notice>
  )
}

function ProfileBones(): ReactNode {
  return (
    <>
      <Bone shape="card" />
      <Bones shape="row" count={2} />
    </>
  )
}
