import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { countText } from '../../format'
import { Refused } from '../../parts/refused'
import { open, type Route, routes } from '../../routes'
import { loadHome } from '../../session/home.store'
import { loadMonth } from '../month.store'
import { claimStore, loadTasks, type Task, tasksStore } from '../tasks.store'
import './tasks.scss'

/** Where something is done for a task; a poster or a till cannot be opened. */
const ways: Readonly<Partial<Record<Task['taskId'], Route>>> = {
  profile: routes.profile,
  phone: routes.opening,
  firstPurchase: routes.code,
  monthPurchase: routes.code,
}

/** Small things beside the check-in, each with how far she is and what it brings. */
export function Tasks({ month }: { month: string }): ReactNode {
  const { data } = useStore(tasksStore)
  const tasks = data?.tasks ?? []
  const refused = useStore(claimStore, (store) => store.refused)
  if (tasks.length === 0) return null
  return (
    <View className="card tasks">
      <View className="card-title">任务</View>
      <Refused className="task-refused" message={refused?.message} />
      {tasks.map((task) => (
        <TaskRow key={task.taskId} task={task} month={month} />
      ))}
    </View>
  )
}

function TaskRow({ task, month }: { task: Task; month: string }): ReactNode {
  const { taskId, title, text, doneCount, ofCount, state } = task
  const progress = ofCount > 1 ? `（${doneCount}/${ofCount}）` : ''
  return (
    <View className={`task task-${taskId} task-${state}`}>
      <View className="task-words">
        <View className="task-title figures">{title + progress}</View>
        <View className="soft">{text}</View>
        <View className="task-reward figures">{rewardWords(task)}</View>
      </View>
      <Step task={task} month={month} />
    </View>
  )
}

function rewardWords({ points, couponCount }: Task): string {
  const parts = [
    ...(points > 0 ? [`${countText(points)} 积分`] : []),
    ...(couponCount > 0 ? [`${couponCount} 张券`] : []),
  ]
  return parts.join(' + ')
}

function Step({ task: { taskId, state }, month }: { task: Task; month: string }): ReactNode {
  const { wish, sending } = useStore(claimStore)
  const way = ways[taskId]
  if (state === 'claimed') return <View className="task-done">已领取</View>
  if (state === 'open') {
    return way ? (
      <View className="task-go" role="button" hoverClass="touched" onClick={() => open(way)}>
        去完成
      </View>
    ) : null
  }
  const isSent = sending && wish?.taskId === taskId
  return (
    <View
      className={`task-go task-claim ${isSent ? 'press-busy' : ''}`}
      role="button"
      aria-disabled={isSent}
      hoverClass="touched"
      onClick={() => claim(taskId, month)}
    >
      领取
    </View>
  )
}

async function claim(taskId: Task['taskId'], month: string): Promise<void> {
  const { sending, open: begin } = claimStore.getState()
  if (sending) return
  begin({ taskId })
  await claimStore.getState().send()
  if (!claimStore.getState().answer) return
  await Promise.all([loadTasks(), loadMonth(month), loadHome()])
}
