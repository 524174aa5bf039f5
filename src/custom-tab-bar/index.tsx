/** Empty on purpose: each tab page draws its own bar, so nothing has to be kept in step (UI.md §3, traps). */
export default function CustomTabBar() {
  return null
}
