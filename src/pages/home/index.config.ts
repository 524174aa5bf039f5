export default definePageConfig({
  navigationBarTitleText: '暖沪',
  navigationStyle: 'custom',
  navigationBarTextStyle: 'white',
})
