export default definePageConfig({ navigationBarTitleText: '留个纪念' })
