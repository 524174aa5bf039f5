/** The phone's album: with its owner's leave, a picture lands among this computer's downloads. */
import { extensionOf, saveAs } from '../layer/pictures'
import { bytesAt } from './addresses'
import { authorizeScope } from './settings'

export async function savePicture(path: string): Promise<void> {
  await authorizeScope('scope.writePhotosAlbum')
  const picture = await bytesAt(path)
  const extension = extensionOf(path) || picture.type.replace('image/', '') || 'png'
  saveAs(picture, `picture.${extension}`)
}
