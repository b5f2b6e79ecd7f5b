import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { Chips } from '../../parts/chips'
import { ConfirmSheet } from '../../parts/confirm-sheet'
import { endStore, loadStaff, type StaffRow } from '../staff.store'

interface EndSheetProps {
  row: StaffRow
  onClose(): void
}

const EVERYWHERE = 'everywhere'

/** Ends what somebody is: she need not be here, and serves no longer from the next tap on. */
export function EndSheet({ row, onClose }: EndSheetProps): ReactNode {
  const { memberId, displayName, isOwner } = row
  const stores = row.stores.filter(({ isManaged }) => isManaged)
  const [where, setWhere] = useState(EVERYWHERE)
  const { sending, refused, answer, open, send, close } = useStore(endStore)
  const end = async () => {
    open({ memberId, ...(where === EVERYWHERE ? {} : { storeId: where }) })
    await send()
    if (endStore.getState().answer) await loadStaff()
  }
  const leave = () => {
    close()
    onClose()
  }
  const chips = [
    { value: EVERYWHERE, label: isOwner ? '全店，不再是店主' : '我负责的全部门店' },
    ...stores.map(({ storeId, name }) => ({ value: storeId, label: name })),
  ]
  const asksWhere = stores.length > 1 || (isOwner && stores.length > 0)
  return (
    <ConfirmSheet
      name="end"
      title={answer ? '已移除' : `移除“${displayName}”？`}
      sending={sending}
      refused={refused?.message}
      step={{ label: '确认移除', tone: 'warning', onTap: end }}
      {...(asksWhere
        ? {
            field: (
              <Chips
                name="end-where"
                label="从哪里移除"
                chips={chips}
                chosen={[where]}
                onTap={setWhere}
              />
            ),
          }
        : {})}
      done={answer && { label: '好的', onTap: leave }}
      onClose={leave}
    >
      {answer
        ? `${displayName}马上就不能再用这里的店员功能了。`
        : '移除后，对方马上不能再收银、核销和查看店里的资料；会员身份、积分和过去经手的记录都不变。'}
    </ConfirmSheet>
  )
}
