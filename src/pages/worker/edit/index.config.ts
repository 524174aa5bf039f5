export default definePageConfig({ navigationBarTitleText: '改住处和安排' })
