/** What the SDK answers, as `database.ts` uses it; its own types promise less. */

type Stored<T> = T & { _id: string }
interface Updated {
  stats: { updated: number }
}
interface NativeDocument {
  get<T>(): Promise<{ data: Stored<T> | null }>
  set(options: { data: object }): Promise<unknown>
  update(options: { data: object }): Promise<Updated>
}
interface NativeAggregate {
  match(filter: unknown): NativeAggregate
  limit(count: unknown): NativeAggregate
  unwind(path: unknown): NativeAggregate
  group(sums: unknown): NativeAggregate
  lookup(join: unknown): NativeAggregate
  addFields(fields: unknown): NativeAggregate
  project(fields: unknown): NativeAggregate
  sort(order: unknown): NativeAggregate
  skip(count: unknown): NativeAggregate
  end<T>(): Promise<{ list: T[] }>
}
interface NativeQuery {
  orderBy(field: string, direction: 'asc' | 'desc'): NativeQuery
  limit(count: number): NativeQuery
  get<T>(): Promise<{ data: Stored<T>[] }>
  count(): Promise<{ total: number }>
  update(options: { data: object }): Promise<Updated>
  remove(): Promise<{ stats: { removed: number } }>
}
interface NativeCollection {
  doc(id: string): NativeDocument
  where(filter: object): NativeQuery
  aggregate(): NativeAggregate
  add(options: { data: object }): Promise<unknown>
}
export interface NativeTransaction {
  collection(name: string): NativeCollection
  commit(): Promise<unknown>
  rollback(reason: unknown): Promise<unknown>
}
export interface NativeDatabase {
  collection(name: string): NativeCollection
  startTransaction(): Promise<NativeTransaction>
}

/** The part of the storage that functions use. */
export interface FileStorage {
  downloadFile(options: { fileID: string }): Promise<{ fileContent: Buffer }>
  getTempFileURL(options: {
    fileList: readonly { fileID: string; maxAge: number }[]
  }): Promise<{ fileList: readonly { tempFileURL?: string }[] }>
}

/** One step of an aggregation. */
export type Stage = readonly [
  name:
    | 'match'
    | 'limit'
    | 'unwind'
    | 'group'
    | 'lookup'
    | 'addFields'
    | 'project'
    | 'sort'
    | 'skip',
  operand: unknown,
]
