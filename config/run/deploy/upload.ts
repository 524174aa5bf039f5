/** A process of its own, which uploads a built mini-program: `upload.ts FOLDER VERSION`, with the key's place in the environment. */
import * as ci from 'miniprogram-ci'
import { messageOf } from '../say'

const [, , projectPath = '', version = ''] = process.argv
const { WECHAT_APPID: appid = '', WECHAT_UPLOAD_KEY: privateKeyPath = '' } = process.env

async function upload(): Promise<void> {
  const project = new ci.Project({ appid, type: 'miniProgram', projectPath, privateKeyPath, ignores: [] })
  const setting = { minifyJS: true, minifyWXML: true, minifyWXSS: true }
  await ci.upload({ project, version, desc: `nuanhu ${version}`, setting, onProgressUpdate: () => undefined })
}

/** Workers of the compiler would keep the process alive. */
upload().then(
  () => process.exit(0),
  (failure: unknown) => {
    console.error(messageOf(failure))
    process.exit(1)
  },
)
