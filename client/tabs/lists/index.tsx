import type { ReactNode } from 'react'
import shopfront from '../../assets/empty.png'
import { Notice } from '../../page-state'
import { Page } from '../../parts/page'

/** Group-buy lists come with a later version; until then the tab says so and promises no date. */
export default function ListsTab(): ReactNode {
  return (
    <Page>
      <Notice
        icon="lists"
        picture={shopfront}
        title="接龙即将开放"
        text="以后可以在这里和邻居一起拼单、到店自提，开放后会在门店公告里告诉您"
      />
    </Page>
  )
}
