export default definePageConfig({ navigationBarTitleText: '是我，确认' })
