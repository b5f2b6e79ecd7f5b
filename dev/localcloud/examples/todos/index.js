// Promises by hand: the collection comes into being with its first use.
const cloud = require('wx-server-sdk')

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

const db = cloud.database()
const _ = db.command
const existsAlready = -501001

function ensureCollection() {
  return db.createCollection('todos').catch((fault) => {
    if (fault.errCode !== existsAlready && !/exist/i.test(fault.errMsg)) throw fault
  })
}

const actions = {
  add: (event, openid) =>
    ensureCollection()
      .then(() =>
        db.collection('todos').add({
          data: { openid, text: event.text, done: false, createdAt: db.serverDate() },
        }),
      )
      .then((added) => ({ id: added._id })),

  finish: (event, openid) =>
    db
      .collection('todos')
      .where({ _id: event.id, openid, done: _.neq(true) })
      .update({ data: { done: true, tries: _.inc(1) } })
      .then((result) => ({ updated: result.stats.updated })),

  list: (_event, openid) =>
    db
      .collection('todos')
      .where({ openid })
      .orderBy('createdAt', 'asc')
      .get()
      .then((found) => found.data),
}

exports.main = (event) => {
  const { OPENID } = cloud.getWXContext()
  return actions[event.action](event, OPENID)
}
