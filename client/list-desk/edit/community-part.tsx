import { View } from '@tarojs/components'
import { type ReactNode, useEffect } from 'react'
import { useStore } from 'zustand'
import { Chips } from '../../parts/chips'
import { rolesStore } from '../../session/roles.store'
import { type } from '../draft.store'
import { ownCommunitiesStore } from '../own-communities.store'
import type { PlanForm } from '../plan-form'

/** Whose list it is: of one of her communities, or of nobody's in particular. */
export function CommunityPart({ form }: { form: PlanForm }): ReactNode {
  const isOwner = useStore(rolesStore, ({ data }) => data?.communityOwner ?? false)
  const { data } = useStore(ownCommunitiesStore)
  useEffect(() => {
    if (isOwner) ownCommunitiesStore.getState().load({})
  }, [isOwner])
  const communities = data?.communities ?? []
  if (communities.length === 0) return null
  // Where nothing is said the server takes the only one that is not paused.
  const open = communities.filter(({ isPaused }) => !isPaused)
  const only = open.length === 1 ? open[0]?.communityId : null
  const chosen = form.communityId === undefined ? only : form.communityId
  return (
    <View className="card">
      <View className="card-title">哪个社群的接龙</View>
      <Chips
        name="community"
        label="哪个社群的接龙"
        chips={[
          ...communities.map(({ communityId, name }) => ({ value: communityId, label: name })),
          { value: 'none', label: '不分社群' },
        ]}
        chosen={[chosen ?? 'none']}
        onTap={(tapped) => type({ communityId: tapped === 'none' ? null : tapped })}
      />
    </View>
  )
}
