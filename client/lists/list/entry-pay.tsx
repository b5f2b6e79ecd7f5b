import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { BigButton } from '../../parts/button'
import { PaySteps } from '../../parts/pay-steps'
import { payStore } from '../../session/pay.store'
import { joinListStore, type ListShown, loadList } from '../list.store'
import { closeSheet } from '../order.store'
import { standing } from '../order-form'

/** WeChat's sheet for an entry that is paid online; called in a tap. */
export function PayButton({ entryId, title }: { entryId: string; title: string }): ReactNode {
  return (
    <BigButton
      className="entry-pay-now"
      onTap={() => payStore.getState().pay({ what: 'entry', thingId: entryId }, title)}
    >
      去付款
    </BigButton>
  )
}

/** How the payment of her entry goes on, wherever on the page it was begun. */
export function EntryPay({ list }: { list: ListShown }): ReactNode {
  const joinedId = useStore(joinListStore, ({ answer }) => answer?.entryId)
  const entryId = standing(list)?.entryId ?? joinedId ?? list.mine?.entryId
  if (entryId === undefined) return null
  const leave = () => {
    payStore.getState().close()
    closeSheet()
    loadList()
  }
  return (
    <PaySteps
      thing={{ what: 'entry', thingId: entryId }}
      title={list.title}
      paid={
        <BigButton className="entry-paid" onTap={leave}>
          看看接龙
        </BigButton>
      }
      onClose={leave}
    />
  )
}
