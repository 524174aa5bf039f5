export default definePageConfig({ navigationBarTitleText: '改点位' })
