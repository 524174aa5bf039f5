/** What the console declares for this app id: the 用户隐私保护指引, row by row, and what app.json may ask leave for. */

/**
 * Which of WeChat's interfaces touch which information: the table of its guide to the 用户隐私保护指引, as read in
 * November 2026. An interface that is not declared does nothing on a phone, and does not pass review.
 */
export const interfaces = {
  '昵称、头像': ['chooseAvatar', 'nickname', 'getUserInfo', 'getUserProfile'],
  位置信息: [
    'getLocation',
    'startLocationUpdate',
    'startLocationUpdateBackground',
    'getFuzzyLocation',
    'scope.userLocation',
    'scope.userLocationBackground',
    'scope.userFuzzyLocation',
  ],
  选择的位置信息: ['choosePoi', 'chooseLocation'],
  地址: ['chooseAddress'],
  发票信息: ['chooseInvoiceTitle', 'chooseInvoice'],
  微信运动步数: ['getWeRunData', 'scope.werun'],
  手机号: ['getPhoneNumber', 'getRealtimePhoneNumber'],
  车牌号: ['chooseLicensePlate'],
  选中的照片或视频信息: ['chooseImage', 'chooseMedia', 'chooseVideo'],
  选中的文件: ['chooseMessageFile'],
  麦克风: ['startRecord', 'getRecorderManager', 'joinVoIPChat', 'live-pusher', 'scope.record'],
  摄像头: ['createVKSession', 'createCameraContext', 'camera', 'voip-room', 'scope.camera'],
  蓝牙: ['openBluetoothAdapter', 'createBLEPeripheralServer', 'scope.bluetooth'],
  '相册（仅写入）': ['saveImageToPhotosAlbum', 'saveVideoToPhotosAlbum', 'scope.writePhotosAlbum'],
  '通讯录（仅写入）': ['addPhoneContact', 'scope.addPhoneContact'],
  '日历（仅写入）': ['addPhoneRepeatCalendar', 'addPhoneCalendar', 'scope.addPhoneCalendar'],
  剪切板: ['setClipboardData', 'getClipboardData'],
  加速传感器: ['startAccelerometer', 'onAccelerometerChange'],
  磁场传感器: ['startCompass', 'onCompassChange'],
  方向传感器: ['startDeviceMotionListening', 'onDeviceMotionChange'],
  陀螺仪传感器: ['startGyroscope', 'onGyroscopeChange'],
} as const satisfies Readonly<Record<string, readonly string[]>>

export type Information = keyof typeof interfaces

export type Declared = {
  /** What each is for, word for word as it stands in the console and as a person reads it there. */
  readonly privacy: { readonly [I in Information]?: string }
  /** Names under `permission`, `requiredPrivateInfos` and `requiredBackgroundModes` of app.json. */
  readonly permissions: readonly string[]
}

export const declared: Declared = {
  privacy: {
    手机号: '登记时一点就填好您的手机号，工地和街道有事找得到您',
    选中的文件: '工地和街道的人员把名册表格交上来，出纳把银行的结果表交上来',
    选中的照片或视频信息: '领补贴时把要的材料拍给审核员看，接力站收下东西拍一张，收到心愿的人放一张谢谢的照片',
    '相册（仅写入）': '把登记码海报、活动海报、标签和活动数字存进相册，把纪念海报和证书存进相册',
  },
  permissions: [],
}
