/** A built function's calls in a process of its own, as one instance of the real cloud has: `instance.cjs ENTRY EVENT…`; says how much memory it took at its most. */
const { readFileSync } = require('node:fs')

const [entry, ...events] = process.argv.slice(2)
const { main } = require(entry)

/** What getrusage says begins with the memory of whoever started this process: the kernel's own mark does not. */
function peakMb() {
  const [, kilobytes] = /VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8')) ?? []
  return Number(kilobytes) / 1024
}

async function run() {
  for (const event of events) {
    const reply = await main(JSON.parse(event))
    if (!reply.ok) throw new Error(JSON.stringify(reply.error))
  }
  console.log(peakMb())
}

run().catch((failure) => {
  console.error(failure.message)
  process.exit(1)
})
