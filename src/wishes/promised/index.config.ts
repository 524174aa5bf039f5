export default definePageConfig({ navigationBarTitleText: '我点亮的' })
