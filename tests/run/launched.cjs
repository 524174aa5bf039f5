/** In a process of its own, since the automator keeps a timer after the phone it launched is gone: launches, looks, closes. */
const automator = require('miniprogram-automator')

const [cliPath, projectPath, account] = process.argv.slice(2)

async function launch() {
  const miniProgram = await automator.launch({ cliPath, projectPath, account, timeout: 150_000 })
  const { path } = await miniProgram.currentPage()
  console.log(`opened ${path}`)
  await miniProgram.close()
  console.log('closed')
  process.exit(0)
}

launch().catch((failure) => {
  console.error(failure.message)
  process.exit(1)
})
