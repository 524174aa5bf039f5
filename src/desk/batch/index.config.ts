export default definePageConfig({ navigationBarTitleText: '一批钱' })
