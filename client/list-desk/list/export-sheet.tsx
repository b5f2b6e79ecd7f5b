import { type ListSheet, listSheets, sheetTitles } from '@shared/lists/sheet-titles'
import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { api, type InputAt } from '../../api'
import { BigButton } from '../../parts/button'
import { Chips } from '../../parts/chips'
import { Refused } from '../../parts/refused'
import { saveBytes } from '../../parts/save-file'
import { Sheet } from '../../parts/sheet'
import type { OwnedList } from '../owned.store'

type Asked = InputAt<'lists.export'>

const sheets = listSheets.map((value) => ({ value, label: sheetTitles[value] }))
const formats = [
  { value: 'xlsx', label: 'Excel' },
  { value: 'csv', label: 'CSV' },
] as const

interface ExportSheetProps {
  list: OwnedList
  onClose(): void
}

/** A file of the list: which figures, in which form. Phones are masked in it by the server. */
export function ExportSheet({ list, onClose }: ExportSheetProps): ReactNode {
  const [sheet, setSheet] = useState<ListSheet>('entries')
  const [format, setFormat] = useState<Asked['format']>('xlsx')
  const [busy, setBusy] = useState(false)
  const [trouble, setTrouble] = useState<string | null>(null)
  const take = async () => {
    setBusy(true)
    const reply = await api.call('lists.export', { listId: list.listId, sheet, format })
    setBusy(false)
    if (!reply.ok) {
      setTrouble(reply.message)
      return
    }
    setTrouble(null)
    await saveBytes(reply.value.fileName, reply.value.base64)
  }
  return (
    <Sheet open title="导出表格" onClose={onClose}>
      <Chips<ListSheet>
        name="sheet"
        label="导出什么"
        chips={sheets}
        chosen={[sheet]}
        onTap={setSheet}
      />
      <Chips<Asked['format']>
        name="format"
        label="什么格式"
        chips={formats}
        chosen={[format]}
        onTap={setFormat}
      />
      <View className="soft export-note">手机号中间四位不显示</View>
      <Refused className="export-refused" message={trouble} />
      <BigButton className="export-take" busy={busy} onTap={take}>
        导出
      </BigButton>
    </Sheet>
  )
}
