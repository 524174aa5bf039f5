/** What to do with a temporary link in a browser: it opens or saves by itself. */

const follow = (url: string, name: string): void => {
  const link = document.createElement('a')
  link.href = url
  link.target = '_blank'
  link.rel = 'noopener'
  if (name) link.download = name
  document.body.appendChild(link)
  link.click()
  link.remove()
}

export const openFile = async (url: string, fileType: 'xlsx' | 'pdf'): Promise<void> =>
  follow(url, fileType === 'xlsx' ? 'nuanhu.xlsx' : '')

/** A document that came inside an answer. */
export const openBase64 = async (base64: string, fileType: 'xlsx' | 'pdf'): Promise<void> => {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
  const url = URL.createObjectURL(new Blob([bytes]))
  follow(url, `nuanhu.${fileType}`)
  URL.revokeObjectURL(url)
}

export const saveImage = async (url: string): Promise<boolean> => {
  follow(url, 'nuanhu.png')
  return true
}
