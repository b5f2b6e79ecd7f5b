/** What a reading comes to. */

/** `unread` makes no sense here and may be part of a name; `doubt` does, and has to be asked. */
export type Read<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly kind: 'unread' | 'doubt'; readonly reason: string }

export const read = <T>(value: T): Read<T> => ({ ok: true, value })
export const unread = (reason: string) => ({ ok: false, kind: 'unread', reason }) as const
export const doubt = (reason: string) => ({ ok: false, kind: 'doubt', reason }) as const
