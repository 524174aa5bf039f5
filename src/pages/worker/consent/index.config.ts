export default definePageConfig({ navigationBarTitleText: '先说清楚' })
