export default definePageConfig({ navigationBarTitleText: '算工资' })
