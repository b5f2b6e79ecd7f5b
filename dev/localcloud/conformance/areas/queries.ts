import { deepEqual, equal } from 'node:assert/strict'
import type { Area, Check } from '../area'
import type { Kit } from '../kit'
import type { SdkCommand } from '../sdk-surface'

const people = {
  ann: { age: 20, name: 'Ann', city: 'Foshan', address: { street: 'East', no: 1 } },
  bob: { age: 30, name: 'Bob', city: 'Guangzhou', address: { street: 'West', no: 2 } },
  cai: { age: 30, name: 'cai', city: null },
  dan: {
    name: 'Dan',
    tags: ['a', 'b'],
    scores: [
      { n: 1, ok: true },
      { n: 9, ok: false },
    ],
  },
  eve: { age: '30', name: 'Eve', tags: ['b'], scores: [{ n: 5, ok: true }] },
}

/** The names of those whom a condition finds, in alphabetical order. */
function finds(condition: (_: SdkCommand, kit: Kit) => unknown, ...expected: string[]): Check {
  return async (kit) => {
    await kit.put(people)
    deepEqual(await kit.find(condition(kit._, kit)), expected)
  }
}

export const queries: Area = {
  name: 'queries',
  promise: 'Conditions select as MongoDB does: by type, through lists and dotted paths.',
  cases: {
    'find equal values, of the same type only': finds(() => ({ age: 30 }), 'bob', 'cai'),
    'find all when the condition is empty': finds(() => ({}), 'ann', 'bob', 'cai', 'dan', 'eve'),
    'find with eq': finds((_) => ({ age: _.eq(20) }), 'ann'),
    'find with neq, also where the field is missing': finds(
      (_) => ({ age: _.neq(30) }),
      'ann',
      'dan',
      'eve',
    ),
    'find with gt, which compares within a type': finds((_) => ({ age: _.gt(20) }), 'bob', 'cai'),
    'find with gte': finds((_) => ({ age: _.gte(20) }), 'ann', 'bob', 'cai'),
    'find with lt': finds((_) => ({ age: _.lt(30) }), 'ann'),
    'find with lte': finds((_) => ({ age: _.lte(30) }), 'ann', 'bob', 'cai'),
    'find with gt on text': finds((_) => ({ name: _.gt('Dan') }), 'cai', 'eve'),
    'find with in': finds((_) => ({ age: _.in([20, '30']) }), 'ann', 'eve'),
    'find with nin, also where the field is missing': finds(
      (_) => ({ age: _.nin([20, 30]) }),
      'dan',
      'eve',
    ),
    'find nothing with an empty in': finds((_) => ({ age: _.in([]) })),
    'find with a chain of conditions on one field': finds(
      (_) => ({ age: _.gte(20).and(_.lt(30)) }),
      'ann',
    ),
    'find with a chain of methods': finds((_) => ({ age: _.gt(10).lt(25) }), 'ann'),
    'find with or on one field': finds((_) => ({ age: _.eq(20).or(_.eq('30')) }), 'ann', 'eve'),
    'find with and over whole conditions': finds(
      (_) => _.and([{ age: 30 }, { city: 'Guangzhou' }]),
      'bob',
    ),
    'find with or over whole conditions': finds(
      (_) => _.or([{ age: 20 }, { tags: 'a' }]),
      'ann',
      'dan',
    ),
    'find with nor': finds((_) => _.nor([{ age: 30 }, { tags: 'b' }]), 'ann'),
    'find with not': finds((_) => ({ age: _.not(_.gte(30)) }), 'ann', 'dan', 'eve'),
    'find null where the field is null or missing': finds(
      () => ({ city: null }),
      'cai',
      'dan',
      'eve',
    ),
    'find with exists, null counting as there': finds(
      (_) => ({ city: _.exists(true) }),
      'ann',
      'bob',
      'cai',
    ),
    'find with exists(false)': finds((_) => ({ city: _.exists(false) }), 'dan', 'eve'),
    'find with mod, given as two numbers': finds((_) => ({ age: _.mod(20, 10) }), 'bob', 'cai'),
    'find with mod, given as a list': finds((_) => ({ age: _.mod([20, 0]) }), 'ann'),
    'find a value inside a list': finds(() => ({ tags: 'b' }), 'dan', 'eve'),
    'find a whole list, order included': finds(() => ({ tags: ['a', 'b'] }), 'dan'),
    'find by position in a list': finds(() => ({ 'tags.0': 'b' }), 'eve'),
    'find with all': finds((_) => ({ tags: _.all(['b', 'a']) }), 'dan'),
    'find with size': finds((_) => ({ tags: _.size(1) }), 'eve'),
    'find with elemMatch over a list of objects: one element meets all': finds(
      (_) => ({ scores: _.elemMatch({ n: _.gt(4), ok: true }) }),
      'eve',
    ),
    'find with elemMatch over a list of values': finds(
      (_) => ({ tags: _.elemMatch(_.eq('a')) }),
      'dan',
    ),
    'find through a list of objects by a dotted path': finds(() => ({ 'scores.n': 9 }), 'dan'),
    'find by a dotted path': finds(() => ({ 'address.street': 'East' }), 'ann'),
    'take a nested object as conditions on its fields': finds(
      () => ({ address: { street: 'West' } }),
      'bob',
    ),
    'find a nested object whole with eq, all its fields in order': finds(
      (_) =>
        _.or([
          { address: _.eq({ street: 'East', no: 1 }) },
          { address: _.eq({ no: 2, street: 'West' }) },
        ]),
      'ann',
    ),
    'find by a regular expression of JavaScript': finds(() => ({ name: /^[A-C]/ }), 'ann', 'bob'),
    'find by a regular expression with flags': finds(
      () => ({ name: /^[A-C]/i }),
      'ann',
      'bob',
      'cai',
    ),
    'find by db.RegExp': finds(
      (_, { db }) => ({ name: db.RegExp({ regexp: '^ca', options: 'i' }) }),
      'cai',
    ),
    'find dates by range': async (kit) => {
      const day = (date: number) => new Date(Date.UTC(2026, 1, date))
      await kit.put({ a: { at: day(1) }, b: { at: day(2) }, c: { at: day(3) } })
      deepEqual(await kit.find({ at: kit._.gt(day(1)).and(kit._.lte(day(3))) }), ['b', 'c'])
      deepEqual(await kit.find({ at: day(2) }), ['b'])
    },
    'compare two fields with expr': async (kit) => {
      const { _ } = kit
      await kit.put({ a: { spent: 5, budget: 3 }, b: { spent: 2, budget: 3 } })
      deepEqual(await kit.find(_.expr(_.aggregate.gt?.(['$spent', '$budget']))), ['a'])
    },
    'count what they find': async (kit) => {
      await kit.put(people)
      equal((await kit.query({ age: 30 }).count()).total, 2)
      equal((await kit.query({ age: 99 }).count()).total, 0)
    },
    'count beyond the rows that get gives': async (kit) => {
      await kit.rows.add({ data: Array.from({ length: 130 }, () => ({ scope: kit.scope })) })
      equal((await kit.query().count()).total, 130)
    },
  },
}
