import Taro from '@tarojs/taro'
import { api } from '../../api'

let isAsking = false

/** The whole list as WeChat's own 接龙 text, ready to be pasted into a group. */
export async function copyText(listId: string): Promise<void> {
  if (isAsking) return
  isAsking = true
  const reply = await api.call('lists.toText', { listId })
  isAsking = false
  if (!reply.ok) {
    Taro.showModal({ title: '没有复制成', content: reply.message, showCancel: false })
    return
  }
  // WeChat says 已复制 itself.
  await Taro.setClipboardData({ data: reply.value.text })
}
