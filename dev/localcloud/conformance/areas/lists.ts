import type { Area } from '../area'
import { becomes, refuses } from './updates'

export const lists: Area = {
  name: 'lists',
  promise: 'Operators on lists do what MongoDB does, and refuse what is no list.',
  cases: {
    'push one value': becomes({ l: [1] }, (_) => ({ l: _.push(2) }), { l: [1, 2] }),
    'push several, given as a list': becomes({ l: [1] }, (_) => ({ l: _.push([2, 3]) }), {
      l: [1, 2, 3],
    }),
    'push several, given one by one': becomes({ l: [1] }, (_) => ({ l: _.push(2, 3) }), {
      l: [1, 2, 3],
    }),
    'push into nothing': becomes({}, (_) => ({ l: _.push(1) }), { l: [1] }),
    'push at a position': becomes(
      { l: [1, 4] },
      (_) => ({ l: _.push({ each: [2, 3], position: 1 }) }),
      { l: [1, 2, 3, 4] },
    ),
    'push and sort': becomes({ l: [3, 1] }, (_) => ({ l: _.push({ each: [2], sort: -1 }) }), {
      l: [3, 2, 1],
    }),
    'push and sort by a field': becomes(
      { l: [{ n: 3 }, { n: 1 }] },
      (_) => ({ l: _.push({ each: [{ n: 2 }], sort: { n: 1 } }) }),
      { l: [{ n: 1 }, { n: 2 }, { n: 3 }] },
    ),
    'push, sort and keep the last': becomes(
      { l: [3, 1] },
      (_) => ({ l: _.push({ each: [2], sort: 1, slice: -2 }) }),
      { l: [2, 3] },
    ),
    'push and keep the first': becomes(
      { l: [1, 2] },
      (_) => ({ l: _.push({ each: [3], slice: 2 }) }),
      { l: [1, 2] },
    ),
    'put in front with unshift': becomes({ l: [3] }, (_) => ({ l: _.unshift([1, 2]) }), {
      l: [1, 2, 3],
    }),
    'lose the last with pop': becomes({ l: [1, 2] }, (_) => ({ l: _.pop() }), { l: [1] }),
    'lose the first with shift': becomes({ l: [1, 2] }, (_) => ({ l: _.shift() }), { l: [2] }),
    'stay empty with pop': becomes({ l: [] }, (_) => ({ l: _.pop() }), { l: [] }),
    'lose every equal value with pull': becomes({ l: [1, 2, 1, 3] }, (_) => ({ l: _.pull(1) }), {
      l: [2, 3],
    }),
    'lose what meets a condition with pull': becomes(
      { l: [1, 5, 9] },
      (_) => ({ l: _.pull(_.gt(4)) }),
      { l: [1] },
    ),
    'lose objects that meet conditions with pull': becomes(
      {
        l: [
          { n: 1, k: 'a' },
          { n: 2, k: 'a' },
          { n: 2, k: 'b' },
        ],
      },
      (_) => ({ l: _.pull({ n: 2, k: 'a' }) }),
      {
        l: [
          { n: 1, k: 'a' },
          { n: 2, k: 'b' },
        ],
      },
    ),
    'lose objects whose field meets a condition with pull': becomes(
      { l: [{ n: 1 }, { n: 9 }] },
      (_) => ({ l: _.pull({ n: _.gt(4) }) }),
      { l: [{ n: 1 }] },
    ),
    'lose several values with pullAll': becomes(
      { l: [1, 2, 1, 3] },
      (_) => ({ l: _.pullAll([1, 3]) }),
      { l: [2] },
    ),
    'gain with addToSet what is not there': becomes({ l: [1] }, (_) => ({ l: _.addToSet(2) }), {
      l: [1, 2],
    }),
    'gain nothing with addToSet that is there': becomes(
      { l: [{ n: 1 }] },
      (_) => ({ l: _.addToSet({ n: 1 }) }),
      { l: [{ n: 1 }] },
    ),
    'gain each of several with addToSet and $each': becomes(
      { l: [1] },
      (_) => ({ l: _.addToSet({ $each: [1, 2, 2] }) }),
      { l: [1, 2] },
    ),
    'gain an object from addToSet with each, which no SDK translates': becomes(
      { l: [1] },
      (_) => ({ l: _.addToSet({ each: [1, 2] }) }),
      { l: [1, { each: [1, 2] }] },
    ),
    'gain a list as one element with addToSet of a list': becomes(
      { l: [1] },
      (_) => ({ l: _.addToSet([1, 2]) }),
      { l: [1, [1, 2]] },
    ),
    'refuse push on text': refuses({ l: 'x' }, (_) => ({ l: _.push(1) }), /must be an array/),
    'refuse pop on a number': refuses({ l: 1 }, (_) => ({ l: _.pop() }), /array/),
    'refuse addToSet on an object': refuses(
      { l: { a: 1 } },
      (_) => ({ l: _.addToSet(1) }),
      /array|type/,
    ),
    'refuse pull on text': refuses({ l: 'x' }, (_) => ({ l: _.pull('x') }), /array/),
    'refuse pullAll of what is no list': refuses({ l: [1] }, (_) => ({ l: _.pullAll(1) }), /array/),
    'refuse a position in a list that is a word': refuses(
      { l: [1] },
      () => ({ 'l.first': 1 }),
      /Cannot create field 'first' in element/,
    ),
  },
}
