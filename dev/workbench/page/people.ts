import type { KnownPerson } from '../shop-now'
import { asKnown, cast, type Person } from './cast'

let known: readonly KnownPerson[] = []

/** Takes down who has joined by now. */
export function meetPeople(people: readonly KnownPerson[]): void {
  known = people
}

/** Everybody whose phone can be held, as the shop knows them by now. */
export function everybody(): readonly Person[] {
  return cast.map((person) =>
    asKnown(
      person,
      known.find(({ openid }) => openid === person.openid),
    ),
  )
}

export function personOf(openid: string | undefined): Person | undefined {
  return everybody().find((person) => person.openid === openid)
}
