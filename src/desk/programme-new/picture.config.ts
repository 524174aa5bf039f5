export default definePageConfig({ navigationBarTitleText: '一样照片' })
