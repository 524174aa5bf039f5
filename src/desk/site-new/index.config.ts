export default definePageConfig({ navigationBarTitleText: '建点位' })
