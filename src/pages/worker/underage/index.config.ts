export default definePageConfig({ navigationBarTitleText: '不满 16 岁' })
