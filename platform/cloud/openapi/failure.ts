/** A failure WeChat's interface answers itself, by number. */
export class WxFailure extends Error {
  constructor(
    readonly errcode: number,
    message: string,
  ) {
    super(message)
  }
}

/** A failure of the gateway before it: no permission, no such interface, no answer in time. */
export class WxGatewayFailure extends Error {
  constructor(readonly errorCode: number) {
    super(`WeChat's gateway: ${errorCode}`)
  }
}
