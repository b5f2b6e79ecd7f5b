import { createCode, getCode, getUnlimitedCode } from './code-pictures'
import { checkMedia } from './media-check'
import type { OpenInterface } from './open-context'
import { getPhoneNumber } from './phone-number'
import { sendSubscribeMessage } from './subscribe-message'
import { checkText } from './text-check'

/** What a function can call as `cloud.openapi.<name>`. */
export const openInterfaces: Readonly<Record<string, OpenInterface>> = {
  'subscribeMessage.send': sendSubscribeMessage,
  'phonenumber.getPhoneNumber': getPhoneNumber,
  'security.msgSecCheck': checkText,
  'security.mediaCheckAsync': checkMedia,
  'wxacode.get': getCode,
  'wxacode.getUnlimited': getUnlimitedCode,
  'wxacode.createQRCode': createCode,
}

/** Families of interfaces that WeChat documents and that are refused by their name here. */
const documented = new Set([
  ...['analysis', 'auth', 'cloudbase', 'customerServiceMessage', 'delivery', 'express', 'img'],
  ...['internet', 'immediateDelivery', 'liveBroadcast', 'logistics', 'midas', 'nearbyPoi', 'ocr'],
  ...['operation', 'phonenumber', 'pluginManager', 'redpackcover', 'riskControl', 'search'],
  ...['security', 'serviceMarket', 'shortlink', 'soter', 'subscribeMessage', 'templateMessage'],
  ...['uniformMessage', 'updatableMessage', 'urllink', 'urlscheme', 'wxacode'],
])

/** Whether WeChat may have such an interface; else the call is answered -604100. */
export function isDocumented(apiName: string): boolean {
  return documented.has(apiName.split('.')[0] ?? '')
}
