/** A built function's calls in a process of its own, as one instance of the real cloud has: `instance.cjs ENTRY EVENT…`; says how much memory it took at its most. */
const [entry, ...events] = process.argv.slice(2)
const { main } = require(entry)

async function run() {
  for (const event of events) {
    const reply = await main(JSON.parse(event))
    if (!reply.ok) throw new Error(JSON.stringify(reply.error))
  }
  console.log(process.resourceUsage().maxRSS / 1024)
}

run().catch((failure) => {
  console.error(failure.message)
  process.exit(1)
})
