export default definePageConfig({ navigationBarTitleText: '公开写的话' })
