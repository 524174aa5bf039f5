/** A failure WeChat's interface answers itself, by number. */
export class WxFailure extends Error {
  constructor(
    readonly errcode: number,
    message: string,
  ) {
    super(message)
  }
}
