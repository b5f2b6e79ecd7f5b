/** What WeChat itself answers instead of a result; the SDK throws its code and its text. */
export class WechatError extends Error {
  constructor(
    readonly errcode: number,
    readonly errmsg: string,
  ) {
    super(errmsg)
  }
}
