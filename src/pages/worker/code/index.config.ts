export default definePageConfig({ navigationBarTitleText: '输编号' })
