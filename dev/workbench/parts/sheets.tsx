import type { ReactNode } from 'react'
import { ConfirmSheet } from '../../../client/parts/confirm-sheet'
import { ReasonField } from '../../../client/parts/reason-field'
import { RefusalSheet } from '../../../client/parts/refusal-sheet'

const nothing = () => undefined
const step = { label: '确认取消', tone: 'warning', onTap: nothing } as const
const asked = { name: 'parts', title: '取消这笔兑换？', step, onClose: nothing }
const words = '取消「当季水果一份」后，500 积分原样退回，到期日不变'

/** The sheet that asks, in each of its states, and the one that says no. */
export function Sheets(): ReactNode {
  return (
    <>
      <Box title="问一次">
        <ConfirmSheet {...asked} sending={false} refused={null}>
          {words}
        </ConfirmSheet>
      </Box>
      <Box title="办理中">
        <ConfirmSheet {...asked} sending refused={null}>
          {words}
        </ConfirmSheet>
      </Box>
      <Box title="没有办成，原因要填">
        <ConfirmSheet
          {...asked}
          sending={false}
          refused="这笔兑换刚刚已经取走，不能再取消"
          field={<ReasonField value="" onChange={nothing} />}
        >
          {words}
        </ConfirmSheet>
      </Box>
      <Box title="已经办成">
        <ConfirmSheet
          {...asked}
          title="已取消"
          sending={false}
          refused={null}
          done={{ label: '好的', onTap: nothing }}
        >
          500 积分已退回，现有 5,174 积分
        </ConfirmSheet>
      </Box>
      <Box title="柜台上的“不行”">
        <RefusalSheet
          message="这个会员码已经过期，请会员刷新后再扫"
          step={{ label: '重新扫码', onTap: nothing }}
          onClose={nothing}
        />
      </Box>
    </>
  )
}

function Box({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <>
      <div className="parts-title">{title}</div>
      <div className="parts-sheet">{children}</div>
    </>
  )
}
