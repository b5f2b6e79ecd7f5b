import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { momentText } from '../../format'
import { Bone } from '../../parts/bone'
import { PagedList, usePagedList } from '../../parts/paged-list'
import { ForManagers } from '../../session/for-managers'
import { ImportFigures } from '../import/figures'
import { ProblemRows } from '../import/problem-rows'
import { importKindNames, importOutcome } from '../import-words'
import { type ImportRow, importReportStore, openImportReport } from '../imports.store'
import './index.scss'

/** What came of a file, and each row of it that is wrong. `?jobId=` says which import. */
export default function ImportReportPage(): ReactNode {
  const { jobId = '' } = useRouter().params
  const load = () => openImportReport(jobId)
  usePagedList(importReportStore, load)
  return <ForManagers className="import-report-page">{() => <Report onRetry={load} />}</ForManagers>
}

function Report({ onRetry }: { onRetry: () => Promise<void> }): ReactNode {
  const job = useStore(importReportStore, ({ head }) => head?.job ?? null)
  return (
    <>
      {job && <Outcome job={job} />}
      <PagedList
        list={importReportStore}
        skeleton={<Bone shape="hero" />}
        empty={<NoRows job={job} />}
        onRetry={onRetry}
      >
        {(problems) => (
          <View className="card import-wrong-rows">
            <View className="card-title">有误的行</View>
            <ProblemRows problems={problems} />
          </View>
        )}
      </PagedList>
    </>
  )
}

function NoRows({ job }: { job: ImportRow | null }): ReactNode {
  const isForgotten = job !== null && !job.hasRows && job.wrongCount > 0
  return (
    <View className="soft import-no-rows">
      {isForgotten ? '文件里的内容只保留 30 天，已经删除，哪几行有误看不到了' : '没有有误的行'}
    </View>
  )
}

function Outcome({ job }: { job: ImportRow }): ReactNode {
  const { fileName, kind, staffName, startedAt } = job
  return (
    <View className="card import-report">
      <View className="soft import-report-file">{fileName}</View>
      <View className="import-report-title">{importOutcome(job)}</View>
      <ImportFigures counted={job} />
      <View className="soft figures">
        {importKindNames[kind]} · {staffName} · {momentText(startedAt)}
      </View>
    </View>
  )
}
