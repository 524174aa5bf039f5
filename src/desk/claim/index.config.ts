export default definePageConfig({ navigationBarTitleText: '一份申领' })
