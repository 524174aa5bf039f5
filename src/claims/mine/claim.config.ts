export default definePageConfig({ navigationBarTitleText: '这份申领' })
