import { join } from 'node:path'
import { judge } from './client/client-rules'
import type { Clock } from './clock'
import type { ClientRules, Declarations } from './declarations'
import { lastingSecret, type Store } from './engine/store'
import type { FunctionsHost } from './functions/functions-host'
import { type OpenApi, openOpenApi } from './openapi/openapi'
import { type Outbox, openOutbox } from './openapi/outbox'
import type { WatchedHost } from './openapi/presence'
import { openPay, type Pay } from './pay/pay'
import type { Readings } from './readings'
import { openFileStore } from './storage/file-store'
import { createStorage, type Storage } from './storage/storage'

/** The rooms of the cloud that are neither database nor functions. */
export interface PlatformRooms {
  /** What the rules say of a phone that asks the database by itself; undefined: closed. */
  readonly rulesOf: (collection: string) => ClientRules | undefined
  readonly storageRules: ClientRules
  readonly outbox: Outbox
  readonly openApi: OpenApi
  readonly storage: Storage
  readonly pay: Pay
}

export interface RoomsSetting extends WatchedHost {
  readonly store: Store
  readonly clock: Clock
  readonly host: FunctionsHost
  readonly dataDir: string
  readonly log: (text: string) => void
  readonly declarations: Declarations
  readonly storageRules: ClientRules
  readonly readings: Readings
  /** The address of the cloud, once it listens. */
  readonly origin: () => string
}

export async function openPlatformRooms(setting: RoomsSetting): Promise<PlatformRooms> {
  const { store, clock, dataDir, origin, declarations, storageRules, readings } = setting
  const files = openFileStore(join(dataDir, 'storage'))
  // A data folder that is filled anew keeps no files of the one before.
  if (store.readFact('seeded') === undefined) await files.clear()
  const outbox = openOutbox(store)
  const secret = await lastingSecret(store, 'storageSecret')
  const isPublic = judge(storageRules, 'read', {}) === 'allowed'
  return {
    rulesOf: (name) =>
      Object.hasOwn(declarations, name)
        ? declarations[name]?.clientRules
        : readings.createdCollections,
    storageRules,
    outbox,
    openApi: openOpenApi({ ...setting, outbox }),
    pay: openPay({ ...setting, outbox, secret: await lastingSecret(store, 'paySecret') }),
    storage: createStorage({ files, clock, secret, origin, isPublic, readings }),
  }
}
