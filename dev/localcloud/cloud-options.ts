import type { Hono } from 'hono'
import type { LocalCloud } from './cloud'
import type { ClientRules, Declarations } from './declarations'
import type { GivenVariables } from './functions/given-variables'
import type { PoolLimits } from './functions/instance-pool'
import type { Readings } from './readings'

export interface LocalCloudOptions extends GivenVariables {
  /** 0 takes any free port. */
  readonly port: number
  /** How many ports after that one are tried when it is taken; none when not given. */
  readonly morePorts?: number
  /** One cloud at a time owns it, or the start fails with a FolderInUseError. */
  readonly dataDir: string
  /** Starts over with an empty data folder. */
  readonly startsOver?: boolean
  /** Runs once the data folder is this cloud's, before anything else: builds its functions. */
  readonly prepare?: () => Promise<void>
  /** A folder of cloud functions, one folder each. */
  readonly functionsDir: string
  /** The instant at which the clock starts; the machine's, or where it was left, when not given. */
  readonly now?: string
  /** Fills a new data folder; one that was interrupted is wiped and filled again. */
  readonly seed?: (cloud: LocalCloud) => Promise<void>
  /** Adds routes before the cloud listens. */
  readonly extend?: (app: Hono, cloud: LocalCloud) => void
  /** 30 s, as on the platform, when not given; a test of crashes may wait less. */
  readonly transactionLifetimeMs?: number
  /** `memory` keeps documents for as long as the process runs; `disk` when not given. */
  readonly store?: 'disk' | 'memory'
  /** How the cloud takes what nobody could verify; the stricter way when not given. */
  readonly readings?: Partial<Readings>
  /** How long an operation of a transaction takes at least; 2 ms when not given. */
  readonly leastOperationMs?: number
  /** The collections that exist from the start; none when not given, as on the platform. */
  readonly declarations?: Declarations
  /** What phones may do with files past the functions: nothing, when not given. */
  readonly storageRules?: ClientRules
  /** Which function hears of an event that WeChat pushes, such as `wxa_media_check`. */
  readonly pushes?: Readonly<Record<string, string>>
  /** Fires timers as the clock passes them; off, they fire only when asked for. */
  readonly timers?: boolean
  /** How many instances and calls there may be at once; the platform's when not given. */
  readonly functionLimits?: Partial<PoolLimits>
}
