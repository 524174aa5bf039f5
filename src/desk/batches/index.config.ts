export default definePageConfig({ navigationBarTitleText: '打钱' })
