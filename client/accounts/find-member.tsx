import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { BigButton } from '../parts/button'
import { hasCamera, scanWithCamera } from '../parts/camera'
import { Field } from '../parts/field'
import { memberNumberIn } from '../parts/member-number'

interface FindMemberProps {
  busy?: boolean
  /** Somebody is shown already: the page's one action is about her. */
  found?: boolean
  onFound(memberNumber: string): void
}

/** Who is meant: by her member number, or by the code on her phone. */
export function FindMember({ busy = false, found = false, onFound }: FindMemberProps): ReactNode {
  const [typed, setTyped] = useState('')
  const memberNumber = memberNumberIn(typed)
  const scan = async () => {
    const code = await scanWithCamera()
    if (!code) return
    setTyped(code)
    const scanned = memberNumberIn(code)
    if (scanned) onFound(scanned)
  }
  return (
    <View className="card find-member">
      <Field
        name="find-number"
        label="会员号"
        value={typed}
        placeholder="会员码的前 8 位数字"
        reads="memberNumber"
        onChange={setTyped}
      />
      {hasCamera && (
        <BigButton className="find-scan" tone={found ? 'quiet' : 'main'} onTap={scan}>
          扫会员码
        </BigButton>
      )}
      <BigButton
        className="find-submit"
        tone={hasCamera || found ? 'quiet' : 'main'}
        busy={busy}
        disabled={memberNumber === null}
        onTap={() => {
          if (memberNumber) onFound(memberNumber)
        }}
      >
        查询
      </BigButton>
    </View>
  )
}
