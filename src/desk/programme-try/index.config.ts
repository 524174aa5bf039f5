export default definePageConfig({ navigationBarTitleText: '试一试' })
