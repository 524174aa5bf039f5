export default definePageConfig({ navigationBarTitleText: '单位点灯' })
