import { type ImportKind, importColumns } from '@shared/imports/import-columns'
import { importTemplate } from '@shared/imports/import-template'
import { importButton } from '@shared/imports/purchase-import'
import { View } from '@tarojs/components'
import { useUnload } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { BigButton } from '../../parts/button'
import { Line } from '../../parts/line'
import { PageLink } from '../../parts/page-link'
import { Refused } from '../../parts/refused'
import { saveFile } from '../../parts/save-file'
import { Segments } from '../../parts/segments'
import { routes } from '../../routes'
import { ForManagers } from '../../session/for-managers'
import { importStore } from '../import.store'
import { importKindNames } from '../import-words'
import { pickFile } from '../pick-file'
import { ImportFigures } from './figures'
import './index.scss'
import { ProblemRows } from './problem-rows'

const kinds = [
  { value: 'purchases', label: '消费' },
  { value: 'opening', label: '老会员积分' },
] as const

const kindHints: Readonly<Record<ImportKind, string>> = {
  purchases: '会员号和手机号有一个就行。',
  opening: '手机号只用来核对，不会保存。同一手机号、同一到期日的几张旧卡，积分会加起来。',
}

const SHOWN_PROBLEMS = 100

function saveTemplate(kind: ImportKind): Promise<unknown> {
  return saveFile(`${importKindNames[kind]}导入模板.csv`, importTemplate(kind))
}

/** Purchases or old members' points from a file: looked at first, booked once she agrees. */
export default function ImportPage(): ReactNode {
  useUnload(() => importStore.getState().startOver())
  return <ForManagers className="import-page">{() => <Import />}</ForManagers>
}

function Import(): ReactNode {
  const { kind, stage, message, choose } = useStore(importStore)
  const isIdle = stage === 'choosing' || stage === 'checked' || stage === 'done'
  return (
    <>
      {isIdle && (
        <Segments<ImportKind>
          className="import-kinds"
          choices={kinds}
          chosen={kind}
          onChoose={choose}
        />
      )}
      {stage === 'choosing' ? <Choose kind={kind} /> : <Progress />}
      <Refused className="import-refused" message={message} />
      <Steps />
    </>
  )
}

function Choose({ kind }: { kind: ImportKind }): ReactNode {
  return (
    <View className="card">
      <View className="card-title">文件里要有这些列</View>
      {importColumns[kind].map(({ field, names, required }) => (
        <Line key={field} label={names[0] ?? ''} value={required ? '必填' : '可以没有'} />
      ))}
      <View className="soft">
        Excel 或收银机另存的 CSV、文本文件都可以，最多一万行，表头上面有标题也没关系。
        {kindHints[kind]}
      </View>
    </View>
  )
}

/** How far it is, or what came of it. */
function Progress(): ReactNode {
  const { stage, fileName, sentCount, pageCount, progress, problems } = useStore(importStore)
  const done = stage === 'sending' ? sentCount : (progress?.donePageCount ?? 0)
  const titles: Record<string, string> = {
    reading: '正在读取',
    sending: '正在上传',
    checking: '正在核对',
    checked: '核对完成，还没有登记',
    booking: '正在登记，可以离开',
    done: '登记完成',
  }
  const wrongCount = progress?.wrongCount ?? 0
  return (
    <>
      <View className={`card import-${stage}`}>
        <View className="soft one-line">{fileName}</View>
        <View className="import-title">{titles[stage]}</View>
        {(stage === 'sending' || stage === 'checking' || stage === 'booking') && (
          <Line label="进度" value={`${done} / ${pageCount} 页`} />
        )}
        {progress && stage !== 'reading' && stage !== 'sending' && (
          <ImportFigures counted={progress} />
        )}
      </View>
      {problems.length > 0 && (
        <View className="card">
          <View className="card-title">有误的行</View>
          <ProblemRows problems={problems.slice(0, SHOWN_PROBLEMS)} />
          {wrongCount > problems.length && (
            <View className="soft">先改好这些，再导入一次，会列出其余的</View>
          )}
        </View>
      )}
    </>
  )
}

function Steps(): ReactNode {
  const { kind, stage, progress, take, book, startOver } = useStore(importStore)
  const choose = async () => {
    const file = await pickFile()
    if (file) await take(file)
  }
  if (stage === 'choosing') {
    return (
      <>
        <BigButton className="import-choose" onTap={choose}>
          选择文件
        </BigButton>
        <BigButton className="import-template" tone="quiet" onTap={() => saveTemplate(kind)}>
          下载空白模板
        </BigButton>
        <PageLink className="import-past" to={routes.imports}>
          以往的导入
        </PageLink>
      </>
    )
  }
  const fineCount = progress?.fineCount ?? 0
  return (
    <>
      {stage === 'checked' && fineCount > 0 && (
        <BigButton className="import-book" onTap={book}>
          {importButton(kind, fineCount)}
        </BigButton>
      )}
      {(stage === 'checked' || stage === 'done') && (
        <View className="import-again">
          <BigButton className="import-again-button" tone="quiet" onTap={startOver}>
            换一个文件
          </BigButton>
        </View>
      )}
    </>
  )
}
