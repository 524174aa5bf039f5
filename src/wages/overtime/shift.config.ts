export default definePageConfig({ navigationBarTitleText: '夜班' })
