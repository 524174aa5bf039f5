/** Taro's own preset; what the two builds differ in is Taro's business. */
module.exports = { presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5' }]] }
