export default definePageConfig({ navigationBarTitleText: '在哪过年' })
