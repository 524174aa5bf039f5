export default definePageConfig({ navigationBarTitleText: '接力站' })
