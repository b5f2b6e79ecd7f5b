// A function without config.json: the platform's defaults, and no open interface at all.
const cloud = require('wx-server-sdk')

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

exports.main = async (event) => {
  if (event.act === 'context') return cloud.getWXContext()
  if (event.act === 'hangs') return new Promise(() => {})
  try {
    return await cloud.openapi.security.msgSecCheck({ content: 'text' })
  } catch (fault) {
    return { errCode: fault.errCode, errMsg: fault.errMsg }
  }
}
