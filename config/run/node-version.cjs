/** Says in one sentence that Node is too old; plain old JavaScript, so that an old Node can still read it. */
var wanted = [20, 11]
var parts = process.versions.node.split('.')
var major = Number(parts[0])
var minor = Number(parts[1])

if (major < wanted[0] || (major === wanted[0] && minor < wanted[1])) {
  console.error(`This needs Node ${wanted.join('.')} or newer; here is ${process.versions.node}.`)
  process.exit(1)
}
