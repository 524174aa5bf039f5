export default definePageConfig({ navigationBarTitleText: '不再用了，删掉' })
