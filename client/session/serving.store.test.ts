import { currentStore, type OwnStore } from './serving.store'

describe('where somebody serves', () => {
  it('stands in the only store without asking', () => {
    expect(currentStore([wutong], null)).toBe(wutong)
  })

  it('asks who has several, and remembers the answer while she serves there', () => {
    expect(currentStore([wutong, hebin], null)).toBeNull()
    expect(currentStore([wutong, hebin], 'hebin')).toBe(hebin)
    expect(currentStore([wutong, hebin], 'closed-store')).toBeNull()
  })
})

const wutong: OwnStore = { storeId: 'wutong', name: '梧桐里店', role: 'staff' }
const hebin: OwnStore = { storeId: 'hebin', name: '河滨店', role: 'manager' }
