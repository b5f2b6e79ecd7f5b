import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { momentText } from '../../format'
import { Notice } from '../../page-state'
import { usePagedList } from '../../parts/paged-list'
import { Row } from '../../parts/row'
import { RowList } from '../../parts/row-list'
import { open, routes } from '../../routes'
import { ForManagers } from '../../session/for-managers'
import { importKindNames, importOutcome } from '../import-words'
import { type ImportRow, importsStore, loadImports } from '../imports.store'
import './index.scss'

/** The files that managers have imported, the newest first; a tap opens the report of one. */
export default function ImportsPage(): ReactNode {
  usePagedList(importsStore, loadImports)
  return <ForManagers className="imports-page">{() => <Imports />}</ForManagers>
}

function Imports(): ReactNode {
  return (
    <RowList
      list={importsStore}
      empty={<Notice icon="store" title="还没有导入过" text="导入的每个文件，都会列在这里" />}
      onRetry={loadImports}
    >
      {(row) => <Past key={row.jobId} row={row} />}
    </RowList>
  )
}

function Past({ row }: { row: ImportRow }): ReactNode {
  const { jobId, kind, fileName, staffName, startedAt, rowCount, wrongCount } = row
  const when = momentText(startedAt).slice(5)
  return (
    <Row
      className="import-row-past"
      title={fileName}
      notes={[`${importKindNames[kind]} ${rowCount} 行 · ${staffName} · ${when}`]}
      aside={
        <>
          <View>{importOutcome(row)}</View>
          {wrongCount > 0 && <View className="import-wrong">有误 {wrongCount} 行</View>}
        </>
      }
      leads
      onOpen={() => open(routes.importReport, { jobId })}
    />
  )
}
