import type { ReactNode } from 'react'
import { countText } from '../../format'
import { Line } from '../../parts/line'
import type { Progress } from '../import.store'

type Counted = Pick<
  Progress,
  'state' | 'rowCount' | 'fineCount' | 'thereCount' | 'wrongCount' | 'bookedCount'
>

/** How the rows of a file were found, or what was booked of them. */
export function ImportFigures({ counted }: { counted: Counted }): ReactNode {
  const { state, rowCount, fineCount, thereCount, wrongCount, bookedCount } = counted
  const isBooked = state === 'booking' || state === 'done'
  return (
    <>
      <Line label="共" value={`${countText(rowCount)} 行`} />
      {isBooked ? (
        <Line label="已登记" value={`${countText(bookedCount)} 行`} strong />
      ) : (
        <Line label="可以登记" value={`${countText(fineCount)} 行`} strong />
      )}
      <Line label="以前登记过" value={`${countText(thereCount)} 行`} />
      <Line label="有误" value={`${countText(wrongCount)} 行`} strong={wrongCount > 0} />
    </>
  )
}
