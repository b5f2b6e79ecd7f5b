import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { BigButton } from './button'
import './privacy-sheet.scss'
import { Sheet } from './sheet'

const privacyParagraphs = [
  '我们记录：您在本小程序的微信身份标识（经不可逆处理后保存）、入会时间和来源、消费金额与积分、优惠券和兑换。',
  '昵称、头像、生日由您自愿填写，可以一直不填。除非您自己用手机号领取老会员积分，我们不索取手机号。生日和手机号加密保存；不读取通讯录和位置。',
  '这些记录只用于会员服务：积分记账、发放优惠、到店核销。店员只能看到您的头像、昵称的第一个字，以及结账用的积分、优惠券、待领礼品和店里的消费。查看您的生日或手机尾号须写明原因，并留下记录。',
  '想查询、更正或删除这些记录，请到任一门店找店长办理。',
]

/** What is kept of a member, and for what: to be read wherever somebody joins. */
export function PrivacySheet({ open, onClose }: { open: boolean; onClose(): void }): ReactNode {
  return (
    <Sheet open={open} title="会员隐私说明" onClose={onClose}>
      {privacyParagraphs.map((paragraph) => (
        <View className="privacy-text" key={paragraph}>
          {paragraph}
        </View>
      ))}
      <BigButton tone="quiet" onTap={onClose}>
        我知道了
      </BigButton>
    </Sheet>
  )
}
