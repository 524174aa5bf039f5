/** WeChat draws its own bar with the page's name and the way back. */
type Props = { readonly title: string; readonly isTab: boolean }

export const ScreenBar = (_: Props) => null
