export default definePageConfig({ navigationBarTitleText: '说两句' })
