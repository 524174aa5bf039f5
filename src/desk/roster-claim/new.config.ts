export default definePageConfig({ navigationBarTitleText: '传名册' })
