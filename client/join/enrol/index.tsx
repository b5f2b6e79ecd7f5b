import { View } from '@tarojs/components'
import { useLoad } from '@tarojs/taro'
import { type ReactNode, useEffect } from 'react'
import { useStore } from 'zustand'
import type { OutputAt } from '../../api'
import { countText, sentenceText } from '../../format'
import { launchScene } from '../../launch'
import { Icon } from '../../parts/icon'
import { Page } from '../../parts/page'
import { replaceWith, routes } from '../../routes'
import { homeStore, loadHome } from '../../session/home.store'
import { joinStore } from '../join.store'
import { Consent } from './consent'
import './index.scss'

/** What a member gets, what we keep of her, and the one tap that joins. */
export default function EnrolPage(): ReactNode {
  const home = useStore(homeStore, (state) => state.data)
  const joined = useStore(joinStore, (state) => state.answer !== null)
  useLoad(({ scene: invited }) => {
    const scene = typeof invited === 'string' ? decodeURIComponent(invited) : launchScene()
    joinStore.getState().open(scene ? { scene } : {})
    if (homeStore.getState().data === null) loadHome()
  })
  useEffect(() => {
    if (joined) loadHome().then(() => replaceWith(routes.pack))
  }, [joined])
  const isMember = !joined && home !== null && home.member !== null
  useEffect(() => {
    if (isMember) replaceWith(routes.home)
  }, [isMember])
  return (
    <Page className="enrol">
      <View className="enrol-head">
        <View className="enrol-title">成为{home ? home.shop.name : '本店'}会员</View>
        <View className="soft">免费入会，不用手机号，以后随时可以补充资料</View>
      </View>
      <View className="card">
        {benefitsOf(home).map((benefit) => (
          <View className="benefit" key={benefit.title}>
            <View className="benefit-seal">
              <Icon name={benefit.icon} size={48} />
            </View>
            <View className="benefit-words">
              <View className="benefit-title">{benefit.title}</View>
              <View className="soft">{benefit.text}</View>
            </View>
          </View>
        ))}
      </View>
      <Consent />
    </Page>
  )
}

function benefitsOf(home: OutputAt<'members.home'> | null) {
  return [
    { icon: 'gift', title: '新人礼包', text: packText(home) },
    { icon: 'points', title: '消费积分', text: earnText(home) },
    { icon: 'pickup', title: '积分换礼', text: '用积分换日常好物，到店凭自提码领取' },
    { icon: 'code', title: '动态会员码', text: '每分钟自动更换，截图无效，更安心' },
  ]
}

/** By the rule in force, which the server tells; before its answer nothing is promised. */
function earnText(home: OutputAt<'members.home'> | null): string {
  if (!home) return '按实付金额积分'
  const { rate, terms } = home.earn
  return sentenceText(`按实付金额，${rate}，${terms}`)
}

function packText(home: OutputAt<'members.home'> | null): string {
  if (!home) return '入会即可领取'
  const { points, coupon } = home.pack
  const parts = points > 0 ? [`${countText(points)} 积分`] : []
  if (coupon) parts.push(`${coupon.sentence}优惠券一张`)
  return parts.length > 0 ? parts.join(' + ') : '入会即可领取'
}
