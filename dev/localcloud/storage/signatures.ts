import { createHmac, timingSafeEqual } from 'node:crypto'

/** Leave to read or to write one file until an instant, which nobody can make up. */
export interface Signatures {
  sign(leave: Leave): string
  isValid(leave: Leave, given: string): boolean
}

export interface Leave {
  readonly to: 'get' | 'put'
  readonly key: string
  /** Epoch seconds on the cloud's clock. */
  readonly untilS: number
}

export function createSignatures(secret: string, nowS: () => number): Signatures {
  const sign = ({ to, key, untilS }: Leave): string =>
    createHmac('sha256', secret).update(`${to} ${key} ${untilS}`).digest('hex')
  return {
    sign,
    isValid(leave, given) {
      const right = sign(leave)
      if (!(leave.untilS >= nowS()) || given.length !== right.length) return false
      return timingSafeEqual(Buffer.from(given), Buffer.from(right))
    },
  }
}
