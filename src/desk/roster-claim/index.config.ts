export default definePageConfig({ navigationBarTitleText: '单位领补贴' })
