export default definePageConfig({ navigationBarTitleText: '您是谁' })
