export default definePageConfig({ navigationBarTitleText: '加街道或单位' })
