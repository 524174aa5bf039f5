export default definePageConfig({ navigationBarTitleText: '欠的工资' })
