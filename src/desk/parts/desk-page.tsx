/** A page of the desk that reads one thing. Its deeds are decided on what is seen now, so none is kept to be sent later. */
import type { ComponentProps } from 'react'
import { AskedPage } from '../../pages/worker/parts/asked-page'

export function DeskPage<T>(props: ComponentProps<typeof AskedPage<T>>) {
  return <AskedPage offline="没有信号。等有了信号再点，点了才算" {...props} />
}
