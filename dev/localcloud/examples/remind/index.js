// An open interface, called in the member's own name; config.json asks for it.
const cloud = require('wx-server-sdk')

cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

exports.main = async (event) => {
  const { OPENID } = cloud.getWXContext()
  try {
    const result = await cloud.openapi.subscribeMessage.send({
      touser: OPENID,
      templateId: event.templateId,
      page: 'index',
      data: { thing1: { value: event.text } },
    })
    return { sent: result.errCode === 0 }
  } catch (fault) {
    return { sent: false, errCode: fault.errCode }
  }
}
