import { STORE_CODE_DIGITS } from '@shared/limits'
import { readDigits } from '@shared/reading/digits'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { BigButton } from '../../parts/button'
import { hasCamera, scanWithCamera } from '../../parts/camera'
import { FieldBox } from '../../parts/field'
import { Refused } from '../../parts/refused'
import { checkInNow, checkInStore } from '../../session/checkin.store'
import { loadMonth } from '../month.store'
import './store-check-in.scss'

/** At the store: today's code, from the poster or the phone of who serves. */
export function StoreCheckIn(): ReactNode {
  const { sending, wish, refused } = useStore(checkInStore)
  const isHere = wish?.storeCode !== undefined
  const [typed, setTyped] = useState('')
  const [isDone, setDone] = useState(false)
  const take = async (text: string) => {
    const code = readDigits(text, STORE_CODE_DIGITS)
    if (!code.ok) return
    const wasTaken = await checkInNow(code.value)
    setDone(wasTaken)
    if (wasTaken) setTyped('')
    await loadMonth()
  }
  const scan = async () => {
    const code = await scanWithCamera()
    if (code) await take(code)
  }
  const isWhole = readDigits(typed, STORE_CODE_DIGITS).ok
  return (
    <View className="card store-checkin">
      <View className="card-title">到店签到</View>
      <View className="soft">
        {isDone ? '已记下这次到店' : '扫店里今天的签到码，或输入码上的 8 位数字；不扫也能签到'}
      </View>
      <View className="store-typing">
        <FieldBox
          className="store-code-field"
          label="今天的签到码"
          type="number"
          value={typed}
          placeholder="8 位数字"
          onChange={setTyped}
        />
        <BigButton
          className="store-code-send"
          tone="quiet"
          busy={sending}
          disabled={!isWhole}
          onTap={() => take(typed)}
        >
          到店签到
        </BigButton>
      </View>
      <Refused className="store-refused" message={isHere ? refused?.message : null} />
      {hasCamera && (
        <BigButton className="store-code-scan" tone="quiet" onTap={scan}>
          扫一扫
        </BigButton>
      )}
    </View>
  )
}
