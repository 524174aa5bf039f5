export default definePageConfig({ navigationBarTitleText: '这个心愿' })
