export default definePageConfig({ navigationBarTitleText: '您还不满 16 岁' })
