/** Refuses every connection of a process and of those it starts: WeChat's compiler asks home for a list it can do without. */
var net = require('node:net')

net.Socket.prototype.connect = function () {
  process.nextTick(() => this.destroy(new Error('nothing leaves this machine')))
  return this
}
