import { createStore } from 'zustand/vanilla'
import { api, type OutputAt } from '../api'
import { serverNow } from '../clock'
import type { Refused } from '../submission'
import { storeInput } from './serving.store'

export type Scanned = OutputAt<'staff.scan'>

/** One line of what was done on this phone since the app was opened. */
export interface LastScan {
  /** The scan's ticket, or the pick-up code: what becomes of it later takes its place. */
  key: string
  at: number
  /** What it was, e.g. the masked name and what became of it. */
  title: string
  text: string
}

interface Desk {
  scanning: boolean
  refused: Refused | null
  /** Staff asked for the next member: the scan page opens the camera by itself. */
  wantsNext: boolean
  lastScans: readonly LastScan[]
  /** Looks a member up by her code; null when that was refused. */
  scan(memberCode: string): Promise<Scanned | null>
  /** Says why a code cannot even be asked for. */
  refuse(message: string): void
  remember(scan: Omit<LastScan, 'at'>): void
  askNext(wants: boolean): void
  dismiss(): void
}

const LAST_SCANS_SHOWN = 10

export const deskStore = createStore<Desk>((set, get) => ({
  scanning: false,
  refused: null,
  wantsNext: false,
  lastScans: [],
  async scan(memberCode) {
    if (get().scanning) return null
    set({ scanning: true, refused: null })
    const reply = await api.call('staff.scan', { memberCode, ...storeInput() })
    if (reply.ok) {
      const { ticket, maskedName, storeName } = reply.value
      set({ scanning: false })
      get().remember({ key: ticket, title: maskedName, text: `已扫码 · ${storeName}` })
      return reply.value
    }
    const detail = 'detail' in reply && reply.detail ? reply.detail : {}
    set({ scanning: false, refused: { code: reply.code, message: reply.message, detail } })
    return null
  },
  refuse(message) {
    set({ refused: { code: 'CODE_INVALID', message, detail: {} } })
  },
  askNext(wants) {
    set({ wantsNext: wants })
  },
  remember(scan) {
    const others = get().lastScans.filter(({ key }) => key !== scan.key)
    const lastScans = [{ ...scan, at: serverNow() }, ...others]
    set({ lastScans: lastScans.slice(0, LAST_SCANS_SHOWN) })
  },
  dismiss() {
    set({ refused: null })
  },
}))
