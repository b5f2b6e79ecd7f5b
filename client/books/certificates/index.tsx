import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import { countText, dayText } from '../../format'
import { Notice } from '../../page-state'
import { usePagedList } from '../../parts/paged-list'
import { Row, Verdict } from '../../parts/row'
import { RowList } from '../../parts/row-list'
import { open, routes } from '../../routes'
import { ForManagers } from '../../session/for-managers'
import { type CertificateRow, certificatesStore, loadCertificates } from '../books.store'

/** A certificate for every day: 账平, or how many things do not agree. */
export default function CertificatesPage(): ReactNode {
  usePagedList(certificatesStore, loadCertificates)
  return <ForManagers className="certificates-page">{() => <Certificates />}</ForManagers>
}

function Certificates(): ReactNode {
  const running = useStore(certificatesStore, ({ head }) => head?.running ?? null)
  return (
    <>
      {running && (
        <View className="card soft certificates-running">
          正在核对 {dayText(running.on)}的账，已读 {countText(running.readCount)} 笔流水
        </View>
      )}
      <RowList
        list={certificatesStore}
        empty={
          <Notice
            icon="seal"
            title="还没有账平证书"
            text="每天换日后，系统会逐笔核对前一天的账，并在这里出具证书"
          />
        }
        onRetry={loadCertificates}
      >
        {(row) => <Past key={row.on} row={row} />}
      </RowList>
    </>
  )
}

function Past({ row }: { row: CertificateRow }): ReactNode {
  const { on, isBalanced, findingCount, entryCount, balancePoints } = row
  return (
    <Row
      className="certificate-row"
      title={dayText(on)}
      notes={[`${countText(entryCount)} 笔 · 会员持有 ${countText(balancePoints)} 分`]}
      aside={<Verdict fine={isBalanced} text={isBalanced ? '账平' : `${findingCount} 处不符`} />}
      leads
      onOpen={() => open(routes.certificate, { on })}
    />
  )
}
