export default definePageConfig({ navigationBarTitleText: '爱心单位' })
