/** Taro's own preset; nothing is swapped in a running page, the desk opens its phones again. */
module.exports = { presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', hot: false }]] }
