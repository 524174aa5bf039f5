/** Loaded before the cloud: a disk that fails one sync and then says all is well again, as real ones do. */
const fs = require('node:fs')

const { fdatasync } = fs
let isOver = false
fs.fdatasync = (file, done) => {
  if (isOver) return fdatasync(file, done)
  isOver = true
  setImmediate(done, Object.assign(new Error('EIO: i/o error, fdatasync'), { code: 'EIO' }))
}
