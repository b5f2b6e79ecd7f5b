// Calls the database through the SDK, on single documents, and answers how many milliseconds the
// calls took together. Another gateway than the function's own may be named.
const cloud = require('wx-server-sdk')

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
const db = cloud.database({ throwOnNotFound: false })
const _ = db.command
const things = db.collection('things')
let added = 0

const reads = [
  (n) => things.doc(`thing-${n}`).get(),
  (n) => things.where({ mark: `mark-${n}` }).get(),
  (n) =>
    things
      .where({ group: `group-${n % 100}` })
      .orderBy('rank', 'desc')
      .limit(1)
      .get(),
]

const writes = [
  (n) => things.doc(`thing-${n}`).update({ data: { count: _.inc(1) } }),
  (n) => things.where({ _id: `thing-${n}`, count: _.gte(0) }).update({ data: { count: _.inc(1) } }),
  (n) => things.doc(`thing-${n}`).update({ data: { name: `第 ${n} 号` } }),
  () => things.add({ data: newThing() }),
]

const mixes = {
  reads,
  // As many of one as of the other.
  both: Array.from({ length: 12 }, (_unused, at) => [reads[at % 3], writes[at % 4]]).flat(),
}

function newThing() {
  added += 1
  const id = `${Date.now()}-${added}`
  return { _id: id, mark: id, group: 'added', rank: added, count: 0 }
}

exports.main = async ({ gateway, mix, callers, calls }) => {
  if (gateway !== undefined) process.env.TCB_CONTEXT_CNFG = JSON.stringify({ URL: gateway })
  const acts = mixes[mix]
  let begun = 0
  const work = async () => {
    while (begun < calls) {
      const turn = begun
      begun += 1
      await acts[turn % acts.length]((turn * 7) % 1000)
    }
  }
  const startedAt = performance.now()
  await Promise.all(Array.from({ length: callers }, work))
  return performance.now() - startedAt
}
