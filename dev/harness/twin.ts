/** What a twin is: a request, the same again, and another one that means something else. */
import type { EndpointName } from './cloud-caller'

/** An event that is in order, every optional field filled in, and who may send it. */
export interface Twin {
  readonly as: string
  readonly input: Readonly<Record<string, unknown>>
  /** The group by whose card she enters. */
  readonly group?: string
  /** What the same caller might mean instead; absent where nature's key leaves nothing else. */
  readonly another?: Readonly<Record<string, unknown>>
}

/** For each endpoint of the contract a twin that nobody has sent yet: made afresh at each call. */
export type Twins = Readonly<Record<EndpointName, () => Promise<Twin>>>

/** The twins of some functions. */
export type Own<F extends string> = Pick<Twins, Extract<EndpointName, `${F}.${string}`>>
