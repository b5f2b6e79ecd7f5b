import type { ReactNode } from 'react'
import { BigButton } from '../../parts/button'
import { Field } from '../../parts/field'
import { Line } from '../../parts/line'
import { choosePlace, hasMap } from '../choose-place'

interface PlacePartProps {
  value: string
  onChange(value: string): void
}

const POINT_MAX_LENGTH = 32

/** Where the store is: chosen on the map, or typed where there is none. */
export function PlacePart({ value, onChange }: PlacePartProps): ReactNode {
  const choose = async () => {
    const chosen = await choosePlace()
    if (chosen !== null) onChange(chosen)
  }
  if (!hasMap) {
    return (
      <Field
        name="store-place"
        label="地图位置"
        value={value}
        placeholder="先纬度后经度，例如 31.2304,121.4737"
        maxLength={POINT_MAX_LENGTH}
        onChange={onChange}
      />
    )
  }
  return (
    <>
      <Line label="地图位置" value={value || '还没有选'} />
      <BigButton className="store-map" tone="quiet" onTap={choose}>
        {value ? '在地图上重新选' : '在地图上选位置'}
      </BigButton>
    </>
  )
}
