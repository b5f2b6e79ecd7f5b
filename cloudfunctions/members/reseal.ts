/**
 * What an old key sealed is sealed anew by the first key of the variable, a page at a time in the
 * order of an index. Each document is changed only while it holds what was read of it: killed
 * anywhere, or beside a member who changes her birthday, nothing is lost, and the next run goes on.
 */
import type { Chore } from '../runtime/chores'
import type { CollectionName } from '../runtime/collections'
import type { JobContext } from '../runtime/context'
import { changeIf, command, type Fields, type FindOptions, findWhere } from '../runtime/database'
import type { MemberDocument } from '../runtime/people'
import { oldKeyIds, type Sealed } from '../runtime/sealed'
import { birthdayOf, sealedBirthday } from './birthday-document'
import { type PhoneDocument, phoneNumberOf, sealedPhone } from './phone-document'

/** One document, and what is sealed in it anew; that throws where nobody can open it. */
interface Held {
  readonly _id: string
  readonly anew: () => { readonly before: Sealed; readonly after: Sealed } | null
}

interface Kind {
  readonly collection: CollectionName
  readonly field: string
  readonly find: (filter: Fields, options: FindOptions) => Promise<Held[]>
}

const PAGE_DOCUMENTS = 100

const kinds: readonly Kind[] = [
  {
    collection: 'members',
    field: 'birthday',
    find: async (filter, options) =>
      (await findWhere<MemberDocument>('members', filter, options)).map((member) => ({
        _id: member._id,
        anew: () => {
          const birthday = birthdayOf(member)
          if (!member.birthday || !birthday) return null
          return { before: member.birthday, after: sealedBirthday(member._id, birthday) }
        },
      })),
  },
  {
    collection: 'member_phones',
    field: 'phone',
    find: async (filter, options) =>
      (await findWhere<PhoneDocument>('member_phones', filter, options)).map((held) => ({
        _id: held._id,
        anew: () => ({ before: held.phone, after: sealedPhone(held._id, phoneNumberOf(held)) }),
      })),
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
    for (const held of page) {
      const outcome = await resealOne(kind, held)
      if (outcome !== 'passed') counts[outcome] += 1
    }
    isMore = page.length === PAGE_DOCUMENTS
    after = page.at(-1)?._id ?? after
  }
}

/** One that nobody can open stays as it is, and is counted: another key may open it yet. */
async function resealOne(
  { collection, field }: Kind,
  { _id, anew }: Held,
): Promise<'resealed' | 'unreadable' | 'passed'> {
  let change: ReturnType<Held['anew']>
  try {
    change = anew()
  } catch {
    return 'unreadable'
  }
  if (!change) return 'passed'
  const unchanged = { _id, [`${field}.data`]: change.before.data }
  const done = await changeIf(collection, unchanged, { [field]: command.set(change.after) })
  return done ? 'resealed' : 'passed'
}

function pageOf(
  { field, find }: Kind,
  { keyId, after }: { keyId: string; after: string },
  limit: number,
): Promise<Held[]> {
  const filter = { [`${field}.keyId`]: keyId, _id: command.gt(after) }
  return find(filter, { orderBy: ['_id', 'asc'], limit })
}
