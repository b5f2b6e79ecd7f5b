/**
 * What an old key sealed is sealed anew by the first key of the variable, a page at a time in the
 * order of an index. Each document is changed only while it holds what was read of it: killed
 * anywhere, or beside a member who changes her birthday, nothing is lost, and the next run goes on.
 */
import type { Chore } from '../runtime/chores'
import type { CollectionName } from '../runtime/collections'
import type { JobContext } from '../runtime/context'
import { changeIf, command, findWhere, type Stored } from '../runtime/database'
import type { Member } from '../runtime/people'
import { oldKeyIds, type Sealed } from '../runtime/sealed'
import { birthdayOf, sealedBirthday } from './birthday-document'
import { type Phone, phoneNumberOf, sealedPhone } from './phone-document'

interface Kind {
  readonly collection: CollectionName
  readonly field: string
  /** What is there, and what is to be there; throws where it cannot be opened. */
  readonly anew: (document: Stored<object>) => { before: Sealed; after: Sealed } | null
}

const PAGE_DOCUMENTS = 100

const kinds: readonly Kind[] = [
  {
    collection: 'members',
    field: 'birthday',
    anew: (document) => {
      const member = document as Member
      const birthday = birthdayOf(member)
      if (!member.birthday || !birthday) return null
      return { before: member.birthday, after: sealedBirthday(member._id, birthday) }
    },
  },
  {
    collection: 'member_phones',
    field: 'phone',
    anew: (document) => {
      const phone = document as Phone
      return { before: phone.phone, after: sealedPhone(phone._id, phoneNumberOf(phone)) }
    },
  },
]

/** Once a day, while the variable holds an old key and a document names it. */
export const reseal: Chore = {
  name: 'reseal',
  every: 'day',
  isDue: async () => {
    for (const kind of kinds) {
      for (const keyId of oldKeyIds()) {
        if ((await pageOf(kind, { keyId, after: '' }, 1)).length > 0) return true
      }
    }
    return false
  },
  run: async (context) => {
    const counts = { resealed: 0, unreadable: 0, unfinished: 0 }
    for (const kind of kinds) {
      for (const keyId of oldKeyIds()) await resealKind(kind, keyId, { context, counts })
    }
    return counts
  },
}

interface Run {
  readonly context: JobContext
  readonly counts: { resealed: number; unreadable: number; unfinished: number }
}

async function resealKind(kind: Kind, keyId: string, { context, counts }: Run): Promise<void> {
  let after = ''
  for (let isMore = true; isMore; ) {
    if (!context.hasTimeLeft()) {
      counts.unfinished = 1
      return
    }
    const page = await pageOf(kind, { keyId, after }, PAGE_DOCUMENTS)
    for (const document of page) {
      const outcome = await resealOne(kind, document)
      if (outcome !== 'passed') counts[outcome] += 1
    }
    isMore = page.length === PAGE_DOCUMENTS
    after = page.at(-1)?._id ?? after
  }
}

/** One that nobody can open stays as it is, and is counted: another key may open it yet. */
async function resealOne(
  { collection, field, anew }: Kind,
  document: Stored<object>,
): Promise<'resealed' | 'unreadable' | 'passed'> {
  let change: ReturnType<Kind['anew']>
  try {
    change = anew(document)
  } catch {
    return 'unreadable'
  }
  if (!change) return 'passed'
  const unchanged = { _id: document._id, [`${field}.data`]: change.before.data }
  const done = await changeIf(collection, unchanged, { [field]: command.set(change.after) })
  return done ? 'resealed' : 'passed'
}

function pageOf(
  { collection, field }: Kind,
  { keyId, after }: { keyId: string; after: string },
  limit: number,
): Promise<Stored<object>[]> {
  const filter = { [`${field}.keyId`]: keyId, _id: command.gt(after) }
  return findWhere<object>(collection, filter, { orderBy: ['_id', 'asc'], limit })
}
