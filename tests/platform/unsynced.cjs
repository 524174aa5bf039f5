/** Loaded before the cloud, it switches off what makes a write safe: to show that the test would notice. */
const fs = require('node:fs')
const Database = require('libsql')

const { pragma } = Database.prototype
Database.prototype.pragma = function (words, ...more) {
  return pragma.call(this, words.startsWith('synchronous=') ? 'synchronous=OFF' : words, ...more)
}
fs.fdatasync = fs.fsync = (_file, done) => setImmediate(done, null)
fs.fdatasyncSync = fs.fsyncSync = () => {}
