export default definePageConfig({ navigationBarTitleText: '说声谢谢' })
