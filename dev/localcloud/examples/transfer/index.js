// A transaction: both accounts change, or neither does.
const cloud = require('wx-server-sdk')

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

const db = cloud.database()
const _ = db.command

exports.main = async (event) => {
  if (event.open) {
    await db.createCollection('accounts').catch(() => {})
    for (const [_id, amount] of Object.entries(event.open)) {
      await db.collection('accounts').doc(_id).set({ data: { amount } })
    }
    return { opened: Object.keys(event.open).length }
  }
  try {
    return await db.runTransaction(async (transaction) => {
      const accounts = transaction.collection('accounts')
      const payer = await accounts.doc(event.from).get()
      const payee = await accounts.doc(event.to).get()
      // What is rolled back with this becomes what runTransaction rejects with.
      if (payer.data.amount < event.amount) return await transaction.rollback('not enough')
      await accounts.doc(event.from).update({ data: { amount: _.inc(-event.amount) } })
      await accounts.doc(event.to).update({ data: { amount: _.inc(event.amount) } })
      return {
        success: true,
        from: payer.data.amount - event.amount,
        to: payee.data.amount + event.amount,
      }
    })
  } catch (fault) {
    return { success: false, error: fault.errMsg || String(fault) }
  }
}
