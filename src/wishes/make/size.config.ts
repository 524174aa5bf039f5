export default definePageConfig({ navigationBarTitleText: '大小和年级' })
