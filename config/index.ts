/** How Taro builds the mini-program (the product) and its browser form from one source. */
import { join } from 'node:path'
import type { UserConfigExport } from '@tarojs/cli'
import { appVersion, env } from './env'
import { endWithStarter, TellBuilds } from './watched'

endWithStarter()

/** Watched, the mini-program is built as it is written, into a folder of its own: `npm test` never meets it. */
const isWatched = process.env.NODE_ENV === 'development'

/**
 * Taro drops every aria attribute unless its templates are told of it (UI.md §3); only those src/ui uses, each adds bytes.
 * No default: an attribute nobody set must not arrive as an empty name.
 */
const names = { 'aria-label': '', 'aria-role': '' }
const states = { 'aria-hidden': '', 'aria-checked': '', 'aria-live': '', 'aria-expanded': '', 'aria-disabled': '' }
/** How far a bar has come, in percent: 0 and 100 are its ends wherever nobody says others. */
const progress = { 'aria-valuenow': '' }

/** Written in newer JavaScript than an old Android's WebView reads. */
const newer = [/node_modules[\\/](valibot|chinese-days|qrcode|dijkstrajs)[\\/]/]
const include = [join(__dirname, '..', 'domain'), ...newer.map((pattern) => (name: string) => pattern.test(name))]

/**
 * Taro writes its templates once for each level of nesting. Ours go eleven deep and hold a text; deeper still would work,
 * a little slower. Its types do not know the setting.
 */
const nesting = { baseLevel: 13 }

const config: UserConfigExport<'webpack5'> = {
  projectName: 'nuanhu',
  date: '2026-11-22',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 1.17, 750: 1, 828: 0.905 },
  sourceRoot: 'src',
  outputRoot: isWatched ? 'dist/dev' : `dist/${process.env.TARO_ENV}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: true },
  /** A Chinese sign as it is takes three bytes, written as \uXXXX six: WeChat reads its files as UTF-8 either way. */
  terser: { enable: true, config: { output: { ascii_only: false } } },
  plugins: [
    [
      '@tarojs/plugin-inject',
      {
        components: {
          View: { ...names, ...states, ...progress },
          Button: { ...names, ...states },
          Image: { ...names, 'aria-hidden': '' },
          Text: { ...names, 'aria-hidden': '' },
          Input: { ...names, 'aria-invalid': '' },
          Textarea: { ...names, 'aria-invalid': '' },
        },
      },
    ],
  ],
  defineConstants: {
    APP_VERSION: JSON.stringify(appVersion),
    CLOUD_ENV: JSON.stringify(env.CLOUD_ENV),
    NOTICE_TEMPLATE_IDS: JSON.stringify(env.NOTICE_TEMPLATE_IDS),
  },
  mini: {
    ...nesting,
    /** WeChat has `global` itself; webpack's stand-in for it would be made with new Function, which WeChat forbids. */
    webpackChain: (chain) => {
      chain.node.set('global', false)
      chain.plugin('tellBuilds').use(TellBuilds)
      chain.optimization.set('emitOnErrors', false)
    },
    compile: { include },
    postcss: { pxtransform: { enable: false, config: {} }, cssModules: { enable: false } },
    miniCssExtractPluginOption: { ignoreOrder: true },
  },
  h5: {
    publicPath: '/',
    staticDirectory: 'static',
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    router: { mode: 'hash' },
    webpackChain: (chain) => {
      chain.plugin('tellBuilds').use(TellBuilds)
      chain.optimization.set('emitOnErrors', false)
      /** What two pages share is read once; left alone, Taro packs it into every page's own file again. */
      chain.optimization.splitChunks({
        chunks: 'all',
        minSize: 0,
        cacheGroups: {
          default: false,
          defaultVendors: false,
          shared: { name: 'shared', minChunks: 2, reuseExistingChunk: true },
        },
      })
    },
    compile: { include },
    postcss: {
      autoprefixer: { enable: true, config: {} },
      pxtransform: { enable: false, config: {} },
      cssModules: { enable: false },
    },
  },
}

export default config
