export default definePageConfig({ navigationBarTitleText: '走人的补偿' })
