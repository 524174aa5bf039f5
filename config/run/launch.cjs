/** `node config/run/launch.cjs start …`: runs a command in this very process, or says in one sentence that Node is too old. */
var wanted = [20, 11]
var parts = process.versions.node.split('.')
var major = Number(parts[0])
var minor = Number(parts[1])
var command = process.argv[2]
var LOOK_MS = 500

if (major < wanted[0] || (major === wanted[0] && minor < wanted[1])) {
  console.error(`This needs Node ${wanted.join('.')} or newer; here is ${process.versions.node}.`)
  process.exit(1)
}

/** Whoever ends npm ends the shell npm started, and nobody tells what the shell had started: it would run on unseen. */
function endWithNpm() {
  var parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
  }, LOOK_MS).unref()
}

if (command !== undefined) {
  process.argv.splice(1, 2, require('node:path').join(__dirname, `${command}.ts`))
  if (process.env.npm_lifecycle_event !== undefined) endWithNpm()
  import('tsx').then(() => import(`./${command}.ts`))
}
