// The least that a function can be: it requires the SDK, knows its caller and answers.
const cloud = require('wx-server-sdk')

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

exports.main = async () => {
  const { OPENID } = cloud.getWXContext()
  return { ok: OPENID !== undefined }
}
