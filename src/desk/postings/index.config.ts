export default definePageConfig({ navigationBarTitleText: '公开的话' })
