export default definePageConfig({ navigationBarTitleText: '改住处和过年安排' })
