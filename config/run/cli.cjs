#!/usr/bin/env node
/** In place of the developer tool's `cli auto --project P --auto-port N`, for `automator.launch({ cliPath })`: opens a phone on this mini-program. */
const path = require('node:path')

const home = path.join(__dirname, '..', '..')
const [verb, ...given] = process.argv.slice(2)
/** What the developer tool is told besides, and how much follows it: a phone of this desk has no use for it. */
const unused = { '--ticket': 1, '--trust-project': 0 }
const kept = []
let project

function refuse(words) {
  console.error(words)
  process.exit(1)
}

if (verb !== 'auto') refuse('This cli knows one command: auto --project FOLDER --auto-port PORT.')
while (given.length > 0) {
  const option = given.shift()
  if (option === '--project') project = path.resolve(given.shift() ?? '')
  else if (option in unused) given.splice(0, unused[option])
  else kept.push(option)
}
if (project !== home) refuse(`This cli opens the mini-program of ${home}: --project must name that folder.`)

process.chdir(home)
process.argv = [process.argv[0], process.argv[1], 'phone', ...kept]
require('./launch.cjs')
