export default definePageConfig({ navigationBarTitleText: '点亮微心愿' })
